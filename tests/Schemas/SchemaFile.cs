using System.Text.Json.Nodes;
using Json.Schema;

namespace CompanyData.Tests.Schemas;

/// <summary>A file of JSON schemas, each with a name.</summary>
internal sealed class SchemaFile(string name)
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonObject _definitions = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", name)))!["$defs"]!;

    public IEnumerable<string> Names => _definitions.Select(definition => definition.Key);

    /// <summary>What is wrong with a value, a line each; empty where it fits.</summary>
    public string Problems(string definition, JsonNode? value)
    {
        Assert.True(_definitions.ContainsKey(definition), $"{name} has no schema '{definition}'.");
        JsonObject root = new() { ["$ref"] = $"#/$defs/{definition}", ["$defs"] = _definitions.DeepClone() };
        EvaluationResults results = JsonSchema.FromText(root.ToJsonString()).Evaluate(value, Options);
        return string.Join('\n', results.Details.Append(results)
            .Where(detail => !results.IsValid && detail.HasErrors)
            .SelectMany(detail => detail.Errors!.Select(error => $"{definition}{detail.InstanceLocation}: {error.Value}"))
            .Take(10)
            .DefaultIfEmpty(results.IsValid ? string.Empty : $"{definition}: not valid"));
    }
}
