using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens.Endpoints;

/// <summary>Investments of a user's market accounts. [docs]</summary>
internal sealed class InvestmentEndpoints(PowensState state)
{
    /// <summary>Codes that begin with XX0000 are nobody's.</summary>
    private static readonly (string Label, string? Code, decimal Quantity, decimal Price, decimal Value, decimal Share)[] Holdings =
    [
        ("Actions Exemple", "XX0000000001", 100m, 80.00m, 95.00m, 0.9224m),
        ("Fonds Modèle", "XX0000000002", 12.3456m, 60.50m, 64.8004m, 0.0776m),
        ("Liquidités", null, 0.25m, 1.00m, 1.00m, 0.00002m),
    ];

    public IEnumerable<Route> Routes =>
    [
        new("GET", "users/{user}/investments", call => List(All(call))),
        new("GET", "users/{user}/accounts/{account}/investments", call => List(
            All(call).FindAll(row => PowensWriting.IsId(row.Account.Id, call.Values[1])))),
        new("GET", "users/{user}/connections/{connection}/investments", call => List(
            All(call).FindAll(row => PowensWriting.IsId(row.Account.Connection.Id, call.Values[1])))),
        new("GET", "users/{user}/investments/{investment}", Read),
        new("GET", "users/{user}/investments/{investment}/history", ReadHistory),
    ];

    /// <summary>The investment object. [docs]</summary>
    private static void Write(Utf8JsonWriter json, PowensAccount account, int index)
    {
        var (label, code, quantity, price, value, share) = Holdings[index];
        var (valuation, cost) = (decimal.Round(quantity * value, 2), decimal.Round(quantity * price, 2));
        json.WriteStartObject();
        json.WriteNumber("id", IdOf(account, index));
        json.WriteNumber("id_account", account.Id);
        json.WriteString("label", label);
        json.WriteString("code", code);
        json.WriteString("code_type", code is null ? null : "ISIN");
        json.WriteNumber("quantity", quantity);
        json.WriteNumber("unitprice", price);
        json.WriteNumber("unitvalue", value);
        json.WriteNumber("valuation", valuation);
        json.WriteNumber("diff", valuation - cost);
        json.WriteNumber("diff_percent", decimal.Round((valuation - cost) / cost, 4));
        json.WriteNumber("portfolio_share", share);
        json.WriteDate("vdate", ParisTime.From(account.Connection.CreatedAt).Date);
        json.WriteEndObject();
    }

    private static HttpResponseMessage List(List<(PowensAccount Account, int Index)> rows) => Reply.Json(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("investments");
        rows.ForEach(row => Write(json, row.Account, row.Index));
        json.WriteEndArray();
        json.WriteNumber("total", rows.Count);
        json.WriteEndObject();
    });

    private static long IdOf(PowensAccount account, int index) => (account.Id * 100) + index + 1;

    private List<(PowensAccount Account, int Index)> All(SandboxCall call) => state.Access.User(call).Connections
        .AccountsAt(state.Now)
        .Where(account => account.Kind.IsMarket && account.DisabledAt is null)
        .SelectMany(account => Holdings.Select((_, index) => (account, index)))
        .ToList();

    private (PowensAccount Account, int Index) Find(SandboxCall call)
    {
        var row = All(call).Find(row => PowensWriting.IsId(IdOf(row.Account, row.Index), call.Values[1]));
        return row.Account is null ? throw ApiException.NotFound("Investment") : row;
    }

    private HttpResponseMessage Read(SandboxCall call)
    {
        var (account, index) = Find(call);
        return Reply.Json(json => Write(json, account, index));
    }

    /// <summary>A value for each of the last thirty days, the newest first. [docs 2021]</summary>
    private HttpResponseMessage ReadHistory(SandboxCall call)
    {
        var (account, index) = Find(call);
        var (id, day) = (IdOf(account, index), ParisTime.From(state.Now).Date);
        return PowensReply.List("investmentvalues", [.. Enumerable.Range(0, 30)], (json, days) =>
        {
            json.WriteNumber("id", (id * 100) + days);
            json.WriteNumber("id_investment", id);
            json.WriteDate("vdate", day.AddDays(-days));
            json.WriteNumber("unitvalue", Holdings[index].Value - (0.01m * days));
            json.WriteNull("original_unitvalue");
            json.WriteNull("original_currency");
        });
    }
}
