using System.Text.Json.Nodes;

namespace CompanyData.Commands.Powens;

/// <summary>Collects the fields of a change from the given parameters.</summary>
internal static class Changes
{
    /// <exception cref="ArgumentException">No parameter was given.</exception>
    public static JsonObject From(params (string Name, object? Value)[] fields)
    {
        JsonObject change = [];
        foreach ((string name, object? value) in fields)
        {
            switch (value)
            {
                case null:
                    break;
                case bool flag:
                    change[name] = flag;
                    break;
                case JsonNode node:
                    change[name] = node;
                    break;
                default:
                    change[name] = value.ToString();
                    break;
            }
        }

        return change.Count > 0 ? change : throw new ArgumentException("Nothing to change: give at least one parameter with a new value.");
    }

    public static string Describe(JsonObject change) => string.Join(", ", change.Select(field => $"{field.Key}={field.Value}"));
}
