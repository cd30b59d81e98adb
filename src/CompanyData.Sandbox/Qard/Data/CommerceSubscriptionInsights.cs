using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>What the subscriptions bring by month. [docs] for the fields, [inferred] for the form of <c>month</c>.</summary>
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
            json.WriteString("month", $"2024-{month + 1:D2}");
            json.WriteStartObject("mrr");
            json.WriteMoney("amount", decimal.Round(running.Sum(subscription => subscription.MonthlyAmount), 2));
            json.WriteEndObject();
            json.WriteNumber("subscription_nb", running.Count);
            json.WriteEndObject();
        });
    }
}
