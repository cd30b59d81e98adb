using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CompanyData.Completion;

/// <summary>Completes parameters with the words that the documents name; the lists are open, so others are accepted too.</summary>
public sealed class WordCompleter : IArgumentCompleter
{
    /// <summary>Source: powens.md, calls and enums [docs].</summary>
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Get-PowensConnector/Expand"] = ["fields", "sources", "countries", "urls"],
        ["Get-PowensConnection/Expand"] = ["connector", "sources", "accounts"],
        ["Set-PowensAccount/Usage"] = ["PRIV", "ORGA", "ASSO"],
    };

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => Words.TryGetValue($"{commandName}/{parameterName}", out string[]? words)
            ? Completions.From(wordToComplete, words.Select(word => (word, word)))
            : [];
}
