using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>Two bank accounts. [docs]</summary>
internal static class BankAccounts
{
    public const int Count = 2;

    public static Rows Rows(DataSource source) => new(Count, (json, index) =>
    {
        var random = source.Random("bank account", index);
        json.WriteStartObject();
        json.WriteString("id", Id(source, index));
        json.WriteString("name", index == 0 ? "Compte courant" : "Compte sur livret");
        json.WriteString("account_number", random.Digits(11));
        json.WriteString("account_type", index == 0 ? "CHECKING" : "SAVINGS");
        json.WriteNumber("balance", random.Next(-50_000, 9_000_000) / 100m);
        json.WriteString("currency", "EUR");
        json.WriteString("iban", "FR00" + random.Digits(23));
        json.WriteString("bic", "TESTFRPPXXX");
        json.WriteString("bank_name", "Banque Exemple");
        json.WriteString("last_update", "2024-12-31 23:00:00");
        json.WriteString("last_transaction", "2024-12-31 12:00:00");
        source.WriteOrigin(json);
        json.WriteStartArray("owners");
        json.WriteStartObject();
        json.WriteString("full_name", source.User.Name);
        json.WriteString("last_update", "2024-12-31 23:00:00");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static Guid Id(DataSource source, int index) => source.Id("bank account", index);
}
