using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CompanyData.Client.Tests.Support;
using CompanyData.Json;
using CompanyData.Powens;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Powens;

/// <summary>Every legal answer is read, whatever values it holds: what does not fit is null, what is unknown is kept.</summary>
public class ReadingTests
{
    /// <summary>Field names of powens.md and of the vendor's published description, by object.</summary>
    private static readonly Dictionary<string, (string Names, Func<PowensClient, Task<object>> One, Func<PowensClient, Task<List<object>>> Many)> Models = new(StringComparer.Ordinal)
    {
        ["connectors"] = (
            "id uuid name hidden charged code beta color slug sync_frequency months_to_fetch auth_mechanism siret capabilities account_usages products account_types restricted fields urls sources countries",
            async client => await client.Catalogue.GetConnectorAsync("x", [], None),
            client => Many(client.Catalogue.ListConnectorsAsync([], [], None))),
        ["users"] = (
            "id signin platform",
            async client => await client.Users.GetAsync("x", None),
            client => Many(client.Users.ListAsync(None))),
        ["connections"] = (
            "id id_user id_connector connector_uuid state error error_message last_update created active last_push expire next_try fields connector sources accounts subscriptions message",
            async client => await client.Connections.GetAsync("me", "x", [], None),
            client => Many(client.Connections.ListAsync("me", [], None))),
        ["accounts"] = (
            "id id_connection id_user id_source id_parent number webid iban bic name original_name balance coming currency type id_type usage ownership company_name bookmarked disabled display deleted last_update error loan transactions",
            async client => await client.Accounts.GetAsync("me", "x", None),
            client => Many(client.Accounts.ListAsync("me", null, false, None))),
        ["transactions"] = (
            "id id_account webid date application_date rdate vdate bdate date_scraped value gross_value type nature state original_wording simplified_wording stemmed_wording wording id_category id_cluster categories coming active comment counterparty card country datetime rdatetime vdatetime account documents original_value original_gross_value original_currency commission commission_currency deleted last_update",
            async client => await client.Transactions.GetAsync("me", "x", false, [], None),
            client => Many(client.Transactions.ListAsync(new(), None))),
        ["investments"] = (
            "id id_account id_security label code code_type source description quantity unitprice unitvalue valuation diff diff_percent prev_diff portfolio_share vdate prev_vdate original_currency original_valuation last_update deleted",
            async client => await client.Wealth.GetInvestmentAsync("me", "x", None),
            client => Many(client.Wealth.ListInvestmentsAsync("me", null, null, None))),
        ["subscriptions"] = (
            "id id_connection id_user id_source number label subscriber validity renewdate last_update deleted disabled error",
            async client => await client.Wealth.GetSubscriptionAsync("me", "x", None),
            client => Many(client.Wealth.ListSubscriptionsAsync("me", null, false, None))),
        ["documents"] = (
            "id id_user id_subscription id_type id_category id_file id_thumbnail name timestamp date duedate total_amount untaxed_amount vat income readonly url number issuer currency has_file_on_website last_update",
            async client => Assert.Single(await client.Documents.ListAsync(new(), None).ReadAllAsync()),
            client => Many(client.Documents.ListAsync(new(), None))),
    };

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "1", "-1", "0.1", "-0.0", "1234567.89", "1e400", "-1E+400", "1e-400", "0.1234567890123456789012345678901234567890",
        "79228162514264337593543950336", "9223372036854775808", "123456789012345678901234567890123456789012345678901234567890",
        "\"\"", "\" \"", "\"1.5\"", "\"1,5\"", "\"1e400\"", "\"NaN\"", "\"Infinity\"", "\"0x1F\"", "\"text\"", "\"true\"", "\"null\"", "\"[]\"",
        "\"2026-01-31\"", "\"2026-01-31 10:30:00\"", "\"2026-01-31T10:30:00Z\"", "\"2026-01-31T10:30:00.123+02:00\"", "\"2026-02-30\"", "\"0000-00-00 00:00:00\"",
        "\"9999-12-31T23:59:60Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"31/01/2026\"", "\"10:30\"", "\"today\"",
        "\"\\u0000\\u001b[31m\"", "\"\\uD83D\\uDE00\"", "\"\\ud800\"", "\"é & <b>\"", "{}", "[]",
    ];

    private static CancellationToken None => CancellationToken.None;

    public static TheoryData<string> Names => [.. Models.Keys];

    /// <summary>One field after the other holds one odd value after the other.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_AnyFieldWithAnyScalar_IsRead(string model)
    {
        IEnumerable<string> objects =
            from name in Models[model].Names.Split(' ').Append("brand_new")
            from value in (string[])[.. Scalars, "[null]", "[1,\"a\",{}]", "{\"id\":\"EUR\",\"value\":1,\"currency\":null}"]
            select $"{{\"id\":1,\"{name}\":{value}}}";
        foreach (string[] page in objects.Chunk(900))
        {
            await ReadManyAsync(model, page);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task Read_AnyObject_IsRead(string model)
        => Holds.ForAllAsync(Gen.ListOf(Objects(model)).Select(list => list.Take(20).ToArray()), objects => ReadManyAsync(model, objects));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_OneEmptyObject_IsAnErrorUnlessListed(string model)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Always(Replies.Json(model == "documents" ? """{"documents":[{}]}""" : "{}"));
        Task<object> reading = wire.RunAsync(Models[model].One);
        if (model == "documents")
        {
            LookAt(await reading);
        }
        else
        {
            Assert.Equal(ApiErrorKind.InvalidResponse, (await Assert.ThrowsAsync<ApiException>(() => reading)).Kind);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task Read_OneAnyObject_IsRead(string model) => Holds.ForAllAsync(Objects(model), json => ReadOneAsync(model, json));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_UnknownFields_AreKept(string model)
    {
        object item = await ReadOneAsync(model, """{"id":1,"brand_new":{"deep":[1,{"er":"x"}]},"other":0.10}""");
        FieldMap fields = Assert.IsAssignableFrom<ApiObject>(item).GetAdditionalFields();
        Assert.Equal(0.10m, fields["other"]);
        Assert.Equal("x", Assert.IsType<FieldMap>(Assert.IsAssignableFrom<IList<object?>>(Assert.IsType<FieldMap>(fields["brand_new"])["deep"])[1])["er"]);
    }

    [Fact]
    public async Task Amounts_AnyWithinTheType_AreExact()
    {
        Gen<decimal> amounts =
            from high in Gen.Choose(int.MinValue, int.MaxValue)
            from low in Gen.Choose(0, int.MaxValue)
            from scale in Gen.Choose(0, 12)
            select new decimal(low, Math.Abs((long)high) > int.MaxValue ? 0 : Math.Abs(high), 0, high < 0, (byte)scale);
        List<decimal> sent = [0.1m, 0.10m, 1234567.89m, -0.01m, 0.30000000000000004m, decimal.MaxValue, decimal.MinValue, .. Gen.Sample(amounts, 100)];
        List<object> read = await ReadManyAsync("transactions", [.. sent.SelectMany(value => (string[])[
            FormattableString.Invariant($"{{\"value\":{value}}}"),
            FormattableString.Invariant($"{{\"value\":\"{value}\"}}"),
        ])]);
        Assert.Equal(
            sent.SelectMany(value => new[] { value, value }).Select(value => value.ToString(CultureInfo.InvariantCulture)),
            read.Cast<PowensTransaction>().Select(item => item.Value!.Value.ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-03-29 02:30:00", "2026-03-29T02:30:00")]
    [InlineData("2026-07-01 23:59:59", "2026-07-01T23:59:59")]
    [InlineData("2026-01-31", "2026-01-31T00:00:00")]
    [InlineData("2026-01-31T10:30:00Z", "2026-01-31T10:30:00")]
    [InlineData("2026-01-31T10:30:00+02:00", "2026-01-31T10:30:00")]
    public async Task Times_WithoutAZone_AreNeverShifted(string text, string expected)
    {
        PowensTransaction item = (PowensTransaction)await ReadOneAsync("transactions", $"{{\"last_update\":\"{text}\"}}");
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), item.LastUpdate);
        Assert.Equal(DateTimeKind.Unspecified, item.LastUpdate!.Value.Kind);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("\"much\"")]
    [InlineData("{}")]
    [InlineData("true")]
    public async Task Amount_ThatIsNone_IsNullAndTheRestIsThere(string value)
    {
        PowensTransaction item = (PowensTransaction)await ReadOneAsync("transactions", $"{{\"id\":1,\"value\":{value},\"wording\":\"w\"}}");
        Assert.Null(item.Value);
        Assert.Equal("w", item.Wording);
    }

    /// <summary>Ids have been numbers and texts; enums are open.</summary>
    [Fact]
    public async Task Texts_WhateverTheirForm_AreTexts()
    {
        PowensTransaction item = (PowensTransaction)await ReadOneAsync("transactions", """{"id_account":92233720368547758089,"type":"quantum_transfer","wording":12.50,"card":true}""");
        Assert.Equal("92233720368547758089", item.AccountId);
        Assert.Equal("quantum_transfer", item.Type);
        Assert.Equal("12.50", item.Wording);
        Assert.Equal("true", item.Card);
    }

    [Theory]
    [InlineData("""{"id":"EUR","symbol":"€","prefix":false}""", "EUR")]
    [InlineData("\"USD\"", "USD")]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    [InlineData("7", null)]
    public async Task Currency_ObjectOrText_HasItsCode(string currency, string? code)
        => Assert.Equal(code, ((PowensAccount)await ReadOneAsync("accounts", $"{{\"currency\":{currency}}}")).CurrencyCode);

    [Fact]
    public async Task Connection_Expanded_HoldsItsConnectorAndAccounts()
    {
        PowensConnection item = (PowensConnection)await ReadOneAsync(
            "connections",
            """{"id":1,"connector":{"uuid":"u","fields":[{"name":"login","values":[{"value":"a"}]}]},"accounts":[{"id":2,"balance":0.10}],"sources":[{"id":9,"name":"directaccess"}]}""");
        Assert.Equal("login", Assert.Single(item.Connector!.Fields).Name);
        Assert.Equal(0.10m, Assert.Single(item.Accounts).Balance);
        Assert.Contains("directaccess", item.Sources.ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":null,"b":1.50,"c":[1,"x"],"d":{"e":true},"f":1e400,"g":"\ud800"}""")]
    public async Task Configuration_WhateverItsValues_IsRead(string json)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Replies.Json(json));
        Assert.Equal(
            JsonDocument.Parse(json).RootElement.EnumerateObject().Select(field => field.Name),
            (await wire.RunAsync(client => client.Catalogue.GetConfigurationAsync(None))).Keys);
    }

    private static Gen<string> Objects(string model)
    {
        Gen<string> names = Gen.Elements(Models[model].Names.Split(' ').Append("brand_new").Append("_x-y").ToArray());
        Gen<string> fields =
            from name in names
            from value in Values(2)
            select $"\"{name}\":{value}";
        return
            from count in Gen.Choose(0, 8)
            from list in Gen.ArrayOf(fields, count)
            select $"{{{string.Join(",", list.DistinctBy(field => field.Split(':')[0]))}}}";
    }

    private static Gen<string> Values(int depth)
    {
        Gen<string> scalar = Gen.Elements(Scalars);
        if (depth == 0)
        {
            return scalar;
        }

        Gen<string> list =
            from count in Gen.Choose(0, 3)
            from items in Gen.ArrayOf(Values(depth - 1), count)
            select $"[{string.Join(",", items)}]";
        Gen<string> map =
            from count in Gen.Choose(0, 3)
            from items in Gen.ArrayOf(Values(depth - 1), count)
            select $"{{{string.Join(",", items.Select((item, index) => $"\"{"id,name,value,currency".Split(',')[index]}\":{item}"))}}}";
        return Gen.OneOf(scalar, scalar, list, map);
    }

    private static async Task<object> ReadOneAsync(string model, string json)
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Always(Replies.Json(model == "documents" ? $"{{\"documents\":[{json}]}}" : $"{json[..^1]}{(json == "{}" ? "" : ",")}\"id\":1}}"));
        object item = await wire.RunAsync(Models[model].One);
        LookAt(item);
        return item;
    }

    private static async Task<List<object>> ReadManyAsync(string model, string[] objects)
    {
        using PowensWire wire = new(maxRetries: 0);
        // What comes twice is given once, so each has an id of its own; odd ids are read one by one.
        IEnumerable<string> told = objects.Select((json, i) => $"{json[..^1]}{(json == "{}" ? "" : ",")}\"id\":{i},\"uuid\":\"{i}\"}}");
        wire.Always(Replies.Json($"{{\"{model}\":[{string.Join(",", told)}],\"total\":1e400,\"brand_new\":null}}"));
        List<object> items = await wire.RunAsync(Models[model].Many);
        Assert.Equal(objects.Length, items.Count);
        items.ForEach(LookAt);
        return items;
    }

    private static async Task<List<object>> Many<T>(IAsyncEnumerable<T> items)
        where T : class
        => [.. (await items.ReadAllAsync()).Cast<object>()];

    /// <summary>Every property can be looked at, as a table or an export does.</summary>
    private static void LookAt(object item)
    {
        foreach (PropertyInfo property in item.GetType().GetProperties())
        {
            _ = property.GetValue(item)?.ToString();
        }

        _ = item.ToString();
        _ = ((ApiObject)item).GetAdditionalFields().ToString();
    }
}
