using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>Four quarters of VAT. [docs] for the dates and <c>vat_values</c>, [inferred] for the name of the amount.</summary>
internal static class VatDeclarations
{
    private const int Quarters = 4;

    public static Rows Rows(DataSource source) => new(Quarters, (json, index) =>
    {
        var start = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(3 * index);
        var amount = source.Random("vat", index).Next(10_000, 900_000) / 100m;
        json.WriteStartObject();
        json.WriteDate("deposit_date", start.AddMonths(3).AddDays(18));
        json.WriteDate("start_date", start);
        json.WriteDate("end_date", start.AddMonths(3).AddDays(-1));
        json.WriteMoney("amount", amount);
        json.WriteStartArray("vat_values");
        json.WriteStartObject();
        json.WriteNumber("rate", 20);
        json.WriteMoney("amount", amount);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
