using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CompanyData.Json;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>The forms that a registration comes in: a draft, a hashtable, a custom object, JSON text, a file of JSON.</summary>
internal static class RegistrationInput
{
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static QontoRegistrationDraft From(object input, QontoRules rules)
    {
        object plain = input is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : input;
        return plain switch
        {
            QontoRegistrationDraft draft => new(JsonText.ParseObject(draft.Json, "The draft"), rules),
            string json => new(JsonText.ParseObject(json, "The text"), rules),
            IDictionary table => new(JsonInput.FromTable(table), rules),
            _ => JsonInput.ToNode(plain) is JsonObject map ? new(map, rules) : throw new ArgumentException("A registration is a hashtable, an object or JSON text."),
        };
    }

    /// <exception cref="ArgumentException">There is no such file, or it holds no JSON object.</exception>
    public static QontoRegistrationDraft FromFile(PSCmdlet cmdlet, string path, QontoRules rules)
    {
        string full = cmdlet.GetUnresolvedProviderPathFromPSPath(path);
        return File.Exists(full)
            ? new(JsonText.ParseObject(File.ReadAllText(full), $"The file '{full}'"), rules)
            : throw new ArgumentException($"The file '{full}' does not exist.");
    }
}
