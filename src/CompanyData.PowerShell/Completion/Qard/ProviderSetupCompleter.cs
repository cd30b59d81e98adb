using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CompanyData.Qard;

namespace CompanyData.Completion;

/// <summary>Completes the table of settings or credentials with the names that are documented for the provider that the line names.</summary>
public sealed class ProviderSetupCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (QardProviderSetup.Find($"{fakeBoundParameters["Name"]}") is not { } setup)
        {
            yield break;
        }

        IReadOnlyList<string> names = parameterName == "Setting" ? setup.Settings : setup.Credentials;
        string value = parameterName == "Setting" ? "$true" : "''";
        if (names.Count > 0)
        {
            string text = $"@{{ {string.Join("; ", names.Select(name => $"{name} = {value}"))} }}";
            yield return new CompletionResult(text, text, CompletionResultType.ParameterValue, $"{setup.Provider}: {string.Join(", ", names)}");
        }
    }
}
