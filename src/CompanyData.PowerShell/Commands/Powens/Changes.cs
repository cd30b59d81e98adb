using System.Text.Json.Nodes;

namespace CompanyData.Commands.Powens;

/// <summary>The fields of a change: those that were given.</summary>
internal static class Changes
{
    /// <exception cref="ArgumentException">None was given.</exception>
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

        return change.Count > 0 ? change : throw new ArgumentException("Nothing to change: give one of the parameters that say what.");
    }

    public static string Describe(JsonObject change) => string.Join(", ", change.Select(field => $"{field.Key}={field.Value}"));
}
