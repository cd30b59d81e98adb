using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CompanyData.Files;
using CompanyData.Json;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Reads a registration from a draft, a hashtable, a custom object, JSON text or a JSON file.</summary>
internal static class RegistrationInput
{
    /// <exception cref="ArgumentException">The input is none of these.</exception>
    public static JsonObject Read(object input)
    {
        object plain = input is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : input;
        return plain switch
        {
            QontoRegistrationDraft draft => JsonText.ParseObject(draft.Json, "The draft"),
            string path when path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                => throw new ArgumentException($"'{CellReader.Shown(path)}' is not JSON but the name of a file. Give it with -Path."),
            string json => JsonText.ParseObject(json, "The text"),
            IDictionary table => JsonInput.FromTable(table),
            _ => JsonInput.ToNode(plain) as JsonObject ?? throw new ArgumentException("A registration must be a hashtable, an object or JSON text."),
        };
    }

    /// <exception cref="ArgumentException">The file does not exist, or is not a JSON object in UTF-8.</exception>
    public static JsonObject ReadFile(PSCmdlet cmdlet, string path)
    {
        string full = FilePath.Resolve(cmdlet, path);
        return File.Exists(full)
            ? JsonText.ParseObject(TextFile.Read(full), $"The file '{full}'")
            : throw new ArgumentException($"The file '{full}' does not exist.");
    }
}
