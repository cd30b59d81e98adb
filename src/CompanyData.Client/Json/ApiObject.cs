using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Json;

/// <summary>Anything that a service sends. Fields that this version does not know stay with it.</summary>
public abstract class ApiObject
{
    [JsonExtensionData]
    [JsonInclude]
    internal Dictionary<string, JsonElement>? Extension { get; set; }

    /// <summary>Whether a property shows a field already that was not read into one by name.</summary>
    public virtual bool Shows(string field) => false;

    /// <summary>
    /// What tells it from others of its kind where nobody has published that ids do: the id together with the fields that are not
    /// known; null without an id.
    /// </summary>
    internal string? KeyOf(string? id)
        => id is null ? null : string.Concat((Extension ?? []).Select(pair => $"\n{pair.Key}:{pair.Value.GetRawText()}").Prepend(id));

    /// <summary>The fields without a property here: text, decimal, long, bool, null, lists and maps of them.</summary>
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
