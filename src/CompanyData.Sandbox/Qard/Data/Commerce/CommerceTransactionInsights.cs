using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>The transactions summed up by month. [docs]</summary>
internal static class CommerceTransactionInsights
{
    private const int Months = 12;

    public static Rows Rows(DataSource source)
    {
        var key = source.Key("transactions");
        var payments = new (decimal Amount, int Number)[Months];
        var payouts = new (decimal Amount, int Number)[Months];
        for (var i = 0; i < source.TransactionCount; i++)
        {
            var transaction = new CommerceTransaction(key, i, source.TransactionCount);
            if (transaction.Type is "PAYMENT" or "PAYOUT")
            {
                ref var sum = ref (transaction.Type is "PAYMENT" ? payments : payouts)[transaction.CreatedAt.Month - 1];
                sum = (sum.Amount + transaction.Amount, sum.Number + 1);
            }
        }

        var first = Math.Max(0, Months - source.Months);
        return new Rows(Months - first, (json, index) =>
        {
            var month = first + index;
            json.WriteStartObject();
            json.WriteString("month", QardDefaults.MonthText(2024, month + 1));
            WriteSum(json, "payments", payments[month]);
            json.WriteStartObject("shopping_cart_average");
            json.WriteMoney("amount", decimal.Round(payments[month].Amount / Math.Max(1, payments[month].Number), 2));
            json.WriteEndObject();
            WriteSum(json, "payouts", payouts[month]);
            json.WriteEndObject();
        });
    }

    private static void WriteSum(Utf8JsonWriter json, string name, (decimal Amount, int Number) sum)
    {
        json.WriteStartObject(name);
        json.WriteMoney("amount", sum.Amount);
        json.WriteNumber("nb", sum.Number);
        json.WriteEndObject();
    }
}
