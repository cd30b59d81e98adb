using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Base of all objects read from a service. Keeps the fields that this version does not know.</summary>
public abstract class ApiObject
{
    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? Extension { get; set; }

    /// <summary>
    /// The fields that no property shows; null if there are none. Properties that PowerShell adds to an object are lost when the object is nested
    /// in another one that is written as JSON; this one is not.
    /// </summary>
    [JsonIgnore]
    public virtual FieldMap? OtherFields => Extension is { Count: > 0 } ? GetAdditionalFields() : null;

    /// <summary>The fields without a property: text, decimal, long, bool, null, and lists and maps of them.</summary>
    public FieldMap GetAdditionalFields()
    {
        FieldMap fields = [];
        if (Extension is not null)
        {
            foreach (KeyValuePair<string, JsonElement> pair in Extension)
            {
                fields[TerminalSafeText.From(pair.Key)!] = JsonValues.ToObject(pair.Value);
            }
        }

        return fields;
    }
}
