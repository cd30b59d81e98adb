using System.Text;
using System.Text.Json;
using CompanyData.Client.Tests.Reports;
using CompanyData.Collection;
using CompanyData.Json;
using CompanyData.Qard;
using CompanyData.Reports;
using Fixtures = CompanyData.Client.Tests.Reports.Dossiers;

namespace CompanyData.Client.Tests.Dossiers;

public class DossierJsonTests
{
    public static TheoryData<string> All => ["usual", "big", "empty", "failed", "filled", "hostile"];

    [Theory]
    [MemberData(nameof(All))]
    public void Read_WhatWasWritten_IsTheSameDossier(string which)
    {
        CompanyDossier original = Create(which);
        CompanyDossier read = Again(original);

        Assert.Equal(ToldFacts.From(original), ToldFacts.From(read));
        Assert.Equal(DossierReport.Page(original, Fixtures.Review), DossierReport.Page(read, Fixtures.Review));
        Assert.Equal(Write(original), Write(read));
        Assert.Equal(original.Status, read.Status);
        Assert.Equal(original.CollectedAt, read.CollectedAt);
        Assert.Equal(DateTimeKind.Utc, read.CollectedAt.Kind);
        Assert.Equal(original.Elapsed, read.Elapsed);
        Assert.Equal(original.CollectedTypes, read.CollectedTypes);
        Assert.All(original.DataTypes, type => Assert.Equal(original.GetDataState(type), read.GetDataState(type)));
        Assert.All(read.Officers, officer => Assert.Equal(read.UserId, officer.UserId));
    }

    [Fact]
    public void Read_ValuesThatAreEasilyLost_AreExact()
    {
        CompanyDossier dossier = Fixtures.From("Exemple");
        DateTime precise = new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Unspecified).AddTicks(1234567);
        dossier.Add(QardDataType.CompanyProfile, [new QardCompanyProfile { Capital = new() { Amount = new Money(37000.10m, null) }, RegistrationDate = precise }]);
        dossier.Add(QardDataType.CompanyOfficer, [new QardCompanyOfficer { Address = new FlexibleValue(new FieldMap { ["city"] = "Modèle", ["number"] = 7L, ["list"] = new ValueList<object?> { true, null, 1.50m } }) }]);
        QardBeneficialOwner owner = new()
        {
            SharesPercentage = 25.10m,
            Extension = new(StringComparer.Ordinal)
            {
                ["huge"] = JsonDocument.Parse("1e400").RootElement,
                ["half"] = JsonDocument.Parse("\"a\\ud800b\"").RootElement,
                ["nested"] = JsonDocument.Parse("{\"b\":[1,{\"\\ud800\":\"\\u001b\"}]}").RootElement,
            },
        };
        dossier.Add(QardDataType.BeneficialOwner, [owner]);

        CompanyDossier read = Again(dossier);

        Assert.Equal("37000.10", read.Profile!.Capital!.Amount!.ToString());
        Assert.Equal(precise, read.Profile.RegistrationDate);
        FieldMap address = Assert.IsType<FieldMap>(read.Officers[0].Address!.Value);
        Assert.Equal("Modèle", address["city"]);
        Assert.Equal(7L, address["number"]);
        Assert.Equal([true, null, 1.50m], Assert.IsType<ValueList<object?>>(address["list"]));
        FieldMap fields = read.BeneficialOwners[0].GetAdditionalFields();
        Assert.Equal(owner.GetAdditionalFields().ToString(), fields.ToString());
        Assert.Equal("25.10", read.BeneficialOwners[0].SharesPercentage!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("1e400", fields["huge"]);
    }

    [Fact]
    public void Write_Any_SaysItsVersionFirstAndHasALineForEachField()
    {
        string[] lines = Encoding.UTF8.GetString(Write(Fixtures.Usual())).Split('\n');
        Assert.Equal(["{", "  \"format\": \"company-dossier\",", "  \"version\": 1,", "  \"siren\": \"123456789\","], lines.Take(4).Select(line => line.TrimEnd('\r')));
        Assert.Contains(lines, line => line.Contains("Président", StringComparison.Ordinal));
        Assert.Contains("  \"status\": \"Complete\",", lines.Select(line => line.TrimEnd('\r')));
    }

    [Theory]
    [InlineData("", DossierFileErrorKind.Corrupt)]
    [InlineData("{", DossierFileErrorKind.Corrupt)]
    [InlineData("[]", DossierFileErrorKind.NotADossier)]
    [InlineData("{\"siren\":\"123456789\"}", DossierFileErrorKind.NotADossier)]
    [InlineData("{\"format\":\"company-dossier\"}", DossierFileErrorKind.Corrupt)]
    [InlineData("{\"format\":\"company-dossier\",\"version\":2,\"siren\":[]}", DossierFileErrorKind.NewerVersion)]
    [InlineData("{\"format\":\"company-dossier\",\"version\":1,\"siren\":\"123456789\"}", DossierFileErrorKind.Corrupt)]
    public void Read_WhatIsNotADossier_SaysWhy(string json, DossierFileErrorKind kind)
    {
        DossierFileException refusal = Assert.Throws<DossierFileException>(() => new DossierJsonReader("x.json").Read(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(kind, refusal.Kind);
        Assert.Contains("'x.json'", refusal.Message);
        Assert.NotEmpty(refusal.Remedy);
    }

    [Theory]
    [InlineData("\"siren\": \"123456789\"", "\"siren\": \"\"", "a field is missing or has the wrong type")]
    [InlineData("\"siren\": \"123456789\"", "\"siren\": null", "a field is missing or has the wrong type")]
    [InlineData("\"name\": \"Exemple Industries SAS\"", "\"name\": 5", "a field is missing or has the wrong type")]
    [InlineData("\"collected_at\": \"", "\"collected_at\": \"x", "a field is missing or has the wrong type")]
    [InlineData("\"elapsed\": \"", "\"elapsed\": \"x", "a field is missing or has the wrong type")]
    [InlineData("\"remarks\": []", "\"remarks\": [null]", "a field is missing or has the wrong type")]
    [InlineData("\"failures\": []", "\"failures\": [{\"step\": \"User\"}]", "a field is missing or has the wrong type")]
    [InlineData("\"officers\": [", "\"officers\": [null, ", "a field is missing or has the wrong type")]
    [InlineData("\"version\": 1,", "\"version\": 1, x", "line 3 is invalid")]
    public void Read_AFieldIsDamaged_SaysWhatWithoutItsContents(string sound, string damaged, string reason)
    {
        string json = Encoding.UTF8.GetString(Write(Fixtures.Usual()));
        Assert.Contains(sound, json, StringComparison.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(json.Replace(sound, damaged, StringComparison.Ordinal));
        DossierFileException refusal = Assert.Throws<DossierFileException>(() => new DossierJsonReader("x.json").Read(bytes));
        Assert.Equal((DossierFileErrorKind.Corrupt, $"The dossier 'x.json' is damaged and was not read: {reason}."), (refusal.Kind, refusal.Message));
        Assert.Contains("collect the company again", refusal.Remedy);
    }

    /// <summary>Said where a program asks for the cause; the message itself quotes nothing of the file.</summary>
    [Theory]
    [InlineData("\"siren\": \"123456789\"", "\"siren\": \"\"", "'siren' is missing.")]
    [InlineData("\"name\": \"Exemple Industries SAS\"", "\"name\": 5", "A value is not text.")]
    [InlineData("\"remarks\": []", "\"remarks\": [null]", "A text of 'remarks' is empty.")]
    [InlineData("\"officers\": [", "\"officers\": [null, ", "An item is empty.")]
    public void Read_AFieldIsDamaged_HasTheCauseInside(string sound, string damaged, string cause)
    {
        string json = Encoding.UTF8.GetString(Write(Fixtures.Usual())).Replace(sound, damaged, StringComparison.Ordinal);
        DossierFileException refusal = Assert.Throws<DossierFileException>(() => new DossierJsonReader("x.json").Read(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(cause, refusal.InnerException!.Message);
    }

    /// <summary>A byte that was damaged within a text must not become another character in silence.</summary>
    [Fact]
    public void Read_TextIsNotUtf8_IsCorrupt()
    {
        byte[] bytes = Write(Fixtures.Usual());
        bytes[Encoding.UTF8.GetString(bytes).IndexOf("Exemple", StringComparison.Ordinal)] = 0xff;
        Assert.Equal(DossierFileErrorKind.Corrupt, Assert.Throws<DossierFileException>(() => new DossierJsonReader("x.json").Read(bytes)).Kind);
    }

    [Fact]
    public void Read_RecordsOfAType_KnowIt()
        => Assert.All(Again(Fixtures.Usual()).GetItems("VAT_DECLARATION"), item => Assert.Equal("VAT_DECLARATION", Assert.IsType<QardDataItem>(item, exactMatch: false).DataType));

    /// <summary>Fictitious data must be known as that, also where only the file is left of it.</summary>
    [Theory]
    [InlineData("sandbox.test/qard", true)]
    [InlineData("api.example.com/qard", false)]
    public void Write_OfASandbox_SaysSo(string service, bool isSandbox)
        => Assert.Equal(isSandbox, Encoding.UTF8.GetString(Write(new() { Siren = "123456789", Service = service })).Contains("\"environment\": \"SANDBOX\"", StringComparison.Ordinal));

    [Fact]
    public void Read_WhatEarlierVersionsDidNotWrite_IsEmpty()
    {
        string[] lines = Encoding.UTF8.GetString(Write(Fixtures.Usual())).Split('\n');
        CompanyDossier read = new DossierJsonReader("x").Read(Encoding.UTF8.GetBytes(string.Join('\n', lines.Where(line => !line.Contains("\"elapsed\"") && !line.Contains("\"service\"")))));
        Assert.Equal((TimeSpan.Zero, null), (read.Elapsed, read.Service));
    }

    [Fact]
    public void Read_FieldsOfALaterMinorVersion_AreIgnored()
    {
        string json = Encoding.UTF8.GetString(Write(Fixtures.Usual())).Replace("\"siren\":", "\"new_field\": {\"a\": 1}, \"siren\":", StringComparison.Ordinal);
        Assert.Equal("123456789", new DossierJsonReader("x").Read(Encoding.UTF8.GetBytes(json)).Siren);
    }

    [Fact]
    public void Read_AByteOrderMark_IsIgnored()
        => Assert.Equal(3, new DossierJsonReader("x").Read((byte[])[.. Encoding.UTF8.GetPreamble(), .. Write(Fixtures.Usual())]).BeneficialOwners.Count);

    internal static byte[] Write(CompanyDossier dossier)
    {
        using MemoryStream stream = new();
        DossierJsonWriter.Write(dossier, stream);
        return stream.ToArray();
    }

    internal static CompanyDossier Again(CompanyDossier dossier) => new DossierJsonReader("x").Read(Write(dossier));

    private static CompanyDossier Create(string which) => which switch
    {
        "usual" => Fixtures.Usual(),
        "big" => Fixtures.Big(),
        "empty" => Fixtures.Empty(),
        "failed" => Fixtures.Failed(),
        "filled" => Fixtures.Filled(number => $"text {number}"),
        _ => Fixtures.Filled(number => $"</script>\u2028\" \\ 漢 \ud83d\ude00 {number}"),
    };
}
