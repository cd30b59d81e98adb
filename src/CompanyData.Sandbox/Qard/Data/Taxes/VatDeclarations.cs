using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>Four quarters of VAT. [docs] for the fields, [inferred] for what stands in <c>vat_values</c>, and that each has an id.</summary>
internal static class VatDeclarations
{
    private const int Quarters = 4;

    public static Rows Rows(DataSource source) => new(Quarters, (json, index) =>
    {
        var start = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(3 * index);
        var random = source.Random("vat", index);
        var (gross, deductible) = (random.Next(100_000, 900_000) / 100m, random.Next(10_000, 950_000) / 100m);
        json.WriteStartObject();
        json.WriteString("id", source.Id("vat", index));
        json.WriteDate("deposit_date", start.AddMonths(3).AddDays(18));
        json.WriteDate("start_date", start);
        json.WriteDate("end_date", start.AddMonths(3).AddDays(-1));
        json.WriteMoney("gross_vat", gross);
        json.WriteMoney("deductible_vat", deductible);
        json.WriteMoney("vat", gross - deductible);
        json.WriteMoney("total_to_pay", Math.Max(gross - deductible, 0));
        json.WriteMoney("surplus_balance", Math.Max(deductible - gross, 0));
        json.WriteStartArray("vat_values");
        json.WriteStartObject();
        json.WriteString("code", "A1");
        json.WriteMoney("value", gross * 5);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
