using System.Management.Automation;
using CompanyData.Json;

namespace CompanyData.Pipeline;

/// <summary>Gives fields that this version does not know a place on the object, under a name in PowerShell's style.</summary>
internal static class ObjectShaper
{
    public static object Shape(ApiObject item)
    {
        FieldMap fields = item.GetAdditionalFields();
        if (fields.Count == 0)
        {
            return item;
        }

        PSObject shaped = new(item);
        foreach (KeyValuePair<string, object?> field in fields.Where(field => !item.Shows(field.Key)))
        {
            string name = PropertyName(field.Key);
            while (shaped.Properties[name] is not null)
            {
                name += "_";
            }

            shaped.Properties.Add(new PSNoteProperty(name, field.Value));
        }

        return shaped;
    }

    /// <summary><c>birth_date</c> reads as <c>BirthDate</c>.</summary>
    private static string PropertyName(string field)
    {
        string[] words = field.Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? field : string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
    }
}
