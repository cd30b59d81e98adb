using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using CompanyData.Transport;

namespace CompanyData.Parameters;

/// <summary>Reads hashtables given by users.</summary>
internal static class Tables
{
    public static Dictionary<string, object?> Read(Hashtable? table)
    {
        Dictionary<string, object?> values = new(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in table ?? [])
        {
            string name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty;
            values[name] = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
        }

        return values;
    }

    /// <summary>Like <see cref="Read"/>, but converts every text to a secret.</summary>
    public static Dictionary<string, object?> ReadSecrets(Hashtable? table) => Read(table).ToDictionary(
        pair => pair.Key,
        pair => pair.Value switch
        {
            SecureString secret => secret.ToSecret(),
            string text => new Secret(text),
            PSCredential credential => credential.Password.ToSecret(),
            _ => pair.Value,
        },
        StringComparer.Ordinal);
}
