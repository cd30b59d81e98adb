using System.Text.Json;
using CompanyData.Client.Tests.Support;
using CompanyData.Json;
using CompanyData.Qard;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Json;

public class FieldTests
{
    [Theory]
    [InlineData("\"7f3\"", "7f3")]
    [InlineData("42", "42")]
    [InlineData("12345678901234567890123", "12345678901234567890123")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    [InlineData("\"\"", "")]
    [InlineData("""{"a": 1}""", """{"a": 1}""")]
    public async Task Read_IdInAnyForm_IsItsText(string json, string? expected)
        => Assert.Equal(expected, (await Reading.UserAsync($"\"id\":{json}")).Id);

    [Fact]
    public async Task Read_UnknownFields_AreKept()
    {
        QardUser user = await Reading.UserAsync(
            """
            "id":"1","text":"é","number":42,"big":9223372036854775807,"fraction":0.10,"huge":123456789012345678901234567890123,"monster":1e400,
            "yes":true,"nothing":null,"list":[1,"two",[3],null],"map":{"inner":{"deep":[{"x":1}]}},"price":{"value":9.90,"currency":"EUR"}
            """);

        FieldMap fields = user.GetAdditionalFields();
        Assert.Equal("é", fields["text"]);
        Assert.Equal(42L, fields["number"]);
        Assert.Equal(long.MaxValue, fields["big"]);
        Assert.Equal(0.10m, fields["fraction"]);
        Assert.Equal("123456789012345678901234567890123", fields["huge"]);
        Assert.Equal("1e400", fields["monster"]);
        Assert.Equal(true, fields["yes"]);
        Assert.True(fields.ContainsKey("nothing"));
        Assert.Null(fields["nothing"]);
        Assert.Equal("1; two; 3; ", fields["list"]!.ToString());
        FieldMap map = Assert.IsType<FieldMap>(fields["map"]);
        Assert.Equal(1L, ((FieldMap)((ValueList<object?>)((FieldMap)map["INNER"]!)["deep"]!)[0]!)["x"]);
        Assert.Equal(new Money(9.90m, "EUR"), fields["price"]);
        Assert.DoesNotContain("id", fields.Keys);
    }

    [Fact]
    public async Task Read_UnknownFieldsOfAPart_StayWithThePart()
    {
        QardCompanyProfile profile = await Reading.ProfileAsync("""
            "legal":{"form":"SAS","code":5710},"headquarter":{"address":{"city":"Lyon","floor":3}},"capital":{"amount":{"value":1000,"currency":"EUR"},"variable":true}
            """);
        Assert.Equal(5710L, profile.Legal!.GetAdditionalFields()["code"]);
        Assert.Equal(3L, profile.Headquarter!.Address!.GetAdditionalFields()["floor"]);
        Assert.Equal(true, profile.Capital!.GetAdditionalFields()["variable"]);
        Assert.Empty(profile.GetAdditionalFields());
    }

    [Fact]
    public async Task Read_NullLists_AreEmpty()
    {
        QardCompanyProfile profile = await Reading.ProfileAsync("\"business_names\":null");
        Assert.Empty(profile.BusinessNames);
        Assert.Empty(profile.CommercialNames);
        QardCompanyOfficer officer = await Reading.OfficerAsync("\"roles\":null,\"companies\":null");
        Assert.Empty(officer.Roles);
        Assert.Empty(officer.Companies);
    }

    [Theory]
    [InlineData("2023", 2023)]
    [InlineData("\"2023\"", 2023)]
    [InlineData("null", null)]
    public async Task Read_YearAsNumberOrText_IsANumber(string json, int? expected)
        => Assert.Equal(expected, (await Reading.ProfileAsync($"\"staff_year\":{json}")).StaffYear);

    [Theory]
    [InlineData("\"12 rue des Tests\"", "12 rue des Tests")]
    [InlineData("""{"city":"Lyon","floor":3}""", "city=Lyon, floor=3")]
    [InlineData("""["a",1]""", "a; 1")]
    [InlineData("12", "12")]
    public async Task Read_FieldOfAnyShape_ReadsAsText(string json, string expected)
        => Assert.Equal(expected, (await Reading.OfficerAsync($"\"address\":{json}")).Address!.ToString());

    [Fact]
    public async Task Read_UnknownStatus_PassesAsText()
        => Assert.Equal("ON_THE_MOON", (await Reading.TransactionAsync("\"status\":\"ON_THE_MOON\"")).Status);

    [Fact]
    public Task GetAdditionalFields_AnyJson_KeepsEveryValue() => Holds.ForAllAsync(
        Values.Where(value => value is not null),
        async value =>
        {
            string json = JsonSerializer.Serialize(value);
            QardUser user = await Reading.UserAsync($"\"unknown\":{json}");
            Assert.Equal(json, JsonSerializer.Serialize(user.GetAdditionalFields()["unknown"]));
        });

    /// <summary>Text, numbers, truth, and lists and maps of them, two deep.</summary>
    private static Gen<object?> Values => Nested(Nested(Scalars));

    private static Gen<object?> Scalars => Gen.OneOf(
        Holds.Texts("aé\"\\/ <\u00a0\u4e2d", 8).Select(text => (object?)text),
        Gen.Choose(int.MinValue, int.MaxValue).Select(number => (object?)(number * 4_000_000_000L)),
        Gen.Choose(-1000, 1000).Select(number => (object?)(number + 0.25m)),
        Gen.Elements(true, false).Select(flag => (object?)flag),
        Gen.Constant<object?>(null));

    private static Gen<object?> Nested(Gen<object?> inner) => Gen.OneOf(
        inner,
        from count in Gen.Choose(0, 3)
        from items in Gen.ArrayOf(inner, count)
        select (object?)items,
        from count in Gen.Choose(0, 3)
        from items in Gen.ArrayOf(inner, count)
        select (object?)items.Select((item, index) => ($"field{index}", item)).ToDictionary(pair => pair.Item1, pair => pair.item));
}
