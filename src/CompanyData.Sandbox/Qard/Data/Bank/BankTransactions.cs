using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>Forty bank transactions a year over the two accounts, for as many months as the provider goes back. [docs]</summary>
internal static class BankTransactions
{
    private const int PerYear = 40;
    private const int MonthsPerYear = 12;
    private const int DaysBetween = 9;
    private static readonly string[] Types = ["BANK", "CARD", "CHECK", "ORDER", "TRANSFER", "WITHDRAWAL"];

    public static Rows Rows(DataSource source) => new(Math.Max(1, PerYear * source.Months / MonthsPerYear), (json, index) =>
    {
        var random = source.Random("bank transaction", index);
        var day = new DateTime(2024, 12, 31, 12, 0, 0, DateTimeKind.Unspecified).AddDays(-index * DaysBetween);
        json.WriteStartObject();
        json.WriteString("id", source.Id("bank transaction", index));
        json.WriteString("account_id", BankAccounts.Id(source, index % BankAccounts.Count));
        json.WriteNumber("amount", random.Next(-200_000, 300_000) / 100m);
        json.WriteString("currency", "EUR");
        json.WriteTime("initiated_at", day);
        json.WriteDate("value_date", day);
        json.WriteString("description", $"Opération n° {index + 1}");
        json.WriteString("transaction_type", random.Pick(Types));
        source.WriteOrigin(json);
        json.WriteEndObject();
    });
}
