using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CompanyData.Qard;

namespace CompanyData.Completion;

/// <summary>Completes the names of data types; other names are accepted too.</summary>
public sealed class DataTypeCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => Completions.From(wordToComplete, QardDataType.All.Select(type => (type.Name, type.Path)));
}
