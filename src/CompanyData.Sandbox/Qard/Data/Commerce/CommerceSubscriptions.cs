using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>A dozen commerce subscriptions. [docs]</summary>
internal static class CommerceSubscriptions
{
    private const int Count = 12;
    private static readonly string[] Units = ["day", "week", "month", "month", "month", "year"];
    private static readonly string[] Plans = ["Essentiel", "Confort", "Privilège"];

    public static Rows Rows(DataSource source) => Http.Rows.From(All(source), (json, subscription) => Write(json, source, subscription));

    public static IReadOnlyList<CommerceSubscription> All(DataSource source) =>
        [.. Enumerable.Range(0, Count).Select(index => Create(source, index))];

    private static CommerceSubscription Create(DataSource source, int index)
    {
        var random = source.Random("subscription", index);
        return new CommerceSubscription(
            source.Id("subscription", index),
            random.Date(2024, 2024).AddMinutes(random.Next(24 * 60)),
            random.Next(500, 20_000) / 100m,
            random.Next(4) == 0 ? "CREATED" : "ACTIVE",
            random.Pick(Plans),
            random.Pick(Units),
            random.Next(1, 3));
    }

    private static void Write(Utf8JsonWriter json, DataSource source, CommerceSubscription subscription)
    {
        json.WriteStartObject();
        json.WriteString("id", subscription.Id);
        json.WriteTime("source_created_at", subscription.CreatedAt);
        json.WriteMoney("amount", subscription.Amount);
        json.WriteString("status", subscription.Status);
        json.WriteString("plan_name", subscription.Plan);
        json.WriteString("frequency_unit", subscription.Unit);
        json.WriteNumber("frequency_interval", subscription.Interval);
        source.WriteOrigin(json);
        json.WriteEndObject();
    }
}
