using System.Collections;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;
using CompanyData.Qonto;

namespace CompanyData.Parameters;

/// <summary>Accepts stakeholders as New-QontoStakeholder makes them, and as tables or objects with the fields of a registration.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StakeholderAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => CellReader.Unwrap(inputData) switch
    {
        null => null,
        QontoStakeholder stakeholder => stakeholder,
        IEnumerable list and not (string or IDictionary) => list.Cast<object?>().Select(item => Transform(engineIntrinsics, item)).ToArray(),
        var other => FromTable(other),
    };

    private static QontoStakeholder FromTable(object value)
    {
        try
        {
            JsonObject json = JsonInput.FromTable(CellReader.Table(value)!);
            JsonObject named = [];
            foreach (KeyValuePair<string, JsonNode?> field in json.ToArray())
            {
                json.Remove(field.Key);
                named[FieldName(field.Key)] = field.Value;
            }

            return QontoStakeholder.FromJson(named);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or JsonException or InvalidOperationException)
        {
            throw new ArgumentTransformationMetadataException(
                $"A stakeholder is what New-QontoStakeholder makes, or a table with first_name, last_name, email and the rest: {exception.Message}", exception);
        }
    }

    /// <summary><c>FirstName</c> is <c>first_name</c>: rows and objects have the names of properties.</summary>
    private static string FieldName(string name) => name.Contains('_') || !name.Any(char.IsUpper) ? name : JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
