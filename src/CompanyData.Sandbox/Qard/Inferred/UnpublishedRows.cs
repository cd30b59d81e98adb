using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Data;

namespace CompanyData.Sandbox.Qard.Inferred;

/// <summary>Lists whose paths are published and whose fields are not: a few rows with a few fields each. [inferred]</summary>
internal static class UnpublishedRows
{
    private const int FirstYear = 2021;
    private const int Count = 3;

    public static Rows Locations(DataSource source) => Commerce(source, "location", (json, random, _) =>
    {
        json.WriteString("name", $"Boutique {random.Pick(Fiction.Cities)}");
        Fiction.WriteAddress(json, "address", random);
    });

    public static Rows Customers(DataSource source) => Commerce(source, "customer", (json, random, index) =>
    {
        json.WriteString("first_name", random.Pick(Fiction.FirstNames));
        json.WriteString("last_name", random.Pick(Fiction.LastNames));
        json.WriteString("email", $"customer{index}@example.test");
    });

    public static Rows Products(DataSource source) => Commerce(source, "product", (json, random, index) =>
    {
        json.WriteString("name", $"Article {index + 1}");
        json.WriteMoney("price", random.Next(100, 9_900) / 100m);
    });

    public static Rows Orders(DataSource source) => Commerce(source, "order", (json, random, _) =>
    {
        json.WriteTime("source_created_at", random.Date(2024, 2024));
        json.WriteMoney("amount", random.Next(100, 99_000) / 100m);
    });

    public static Rows Articles(DataSource source) => Make(source, "articles", (json, random, index) =>
    {
        json.WriteDate("date", random.Date(2015, 2023));
        json.WriteString("file_id", source.FileId("articles", index));
    });

    public static Rows TaxReturnAnalyses(DataSource source) => Make(source, "tax return analysis", (json, random, index) =>
    {
        json.WriteString("closing_date", $"{FirstYear + index}-12-31");
        json.WriteMoney("turnover", random.Next(50, 5_000) * 1000m);
    });

    public static Rows TaxAccounts(DataSource source) => Make(source, "tax account", (json, random, index) =>
    {
        json.WriteString("tax", index == 0 ? "TVA" : index == 1 ? "IS" : "CFE");
        json.WriteMoney("balance", random.Next(-90, 90) * 100m);
        json.WriteString("due_date", $"{FirstYear + index}-12-15");
    });

    public static Rows RegistrationProofs(DataSource source) => Make(source, "registration proof", (json, random, index) =>
    {
        json.WriteDate("date", random.Date(2023, 2024));
        json.WriteString("file_id", source.FileId("registration proof", index));
    });

    private static Rows Commerce(DataSource source, string topic, Action<Utf8JsonWriter, DeterministicRandom, int> write) =>
        Make(source, topic, (json, random, index) =>
        {
            write(json, random, index);
            source.WriteOrigin(json);
        });

    private static Rows Make(DataSource source, string topic, Action<Utf8JsonWriter, DeterministicRandom, int> write) =>
        new(Count, (json, index) =>
        {
            json.WriteStartObject();
            json.WriteString("id", source.Id(topic, index));
            write(json, source.Random(topic, index), index);
            json.WriteEndObject();
        });
}
