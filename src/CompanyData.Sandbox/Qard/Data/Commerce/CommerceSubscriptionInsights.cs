using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>What the subscriptions bring by month. [docs]</summary>
internal static class CommerceSubscriptionInsights
{
    private const int Months = 12;

    public static Rows Rows(DataSource source)
    {
        var all = CommerceSubscriptions.All(source);
        return new Rows(Months, (json, month) =>
        {
            var running = all.Where(subscription => subscription.CreatedAt.Month <= month + 1).ToList();
            json.WriteStartObject();
            json.WriteString("month", QardDefaults.MonthText(2024, month + 1));
            json.WriteStartObject("mrr");
            json.WriteMoney("amount", decimal.Round(running.Sum(subscription => subscription.MonthlyAmount), 2));
            json.WriteEndObject();
            json.WriteNumber("subscription_nb", running.Count);
            json.WriteEndObject();
        });
    }
}
