using System.Text.Json.Nodes;

namespace CompanyData.Qonto;

/// <summary>Converts JSON numbers in amount fields to decimal text, without changing their digits.</summary>
internal static class QontoAmounts
{
    private static readonly string[] AmountFields = ["total_capital_amount", "capital_amount"];

    public static void ToText(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (JsonNode? item in list)
                {
                    ToText(item);
                }

                break;
            case JsonObject map:
                foreach (string field in map.Select(pair => pair.Key).ToArray())
                {
                    if (AmountFields.Contains(field, StringComparer.Ordinal))
                    {
                        Fix(map, field);
                    }

                    ToText(map[field]);
                }

                break;
        }
    }

    private static void Fix(JsonObject map, string field)
    {
        if (map[field] is JsonObject amount)
        {
            Fix(amount, "value");
        }
        else if (map[field] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number)
        {
            map[field] = value.ToJsonString();
        }
    }
}
