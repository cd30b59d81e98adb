using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CompanyData.Completion;

/// <summary>Completes the names of registered vaults. Names of secrets are not completed, because a locked vault would prompt for its password.</summary>
public sealed class VaultCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        using PowerShell shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(@"Microsoft.PowerShell.SecretManagement\Get-SecretVault").AddParameter("ErrorAction", ActionPreference.Ignore);
        try
        {
            return Completions.From(wordToComplete, shell.Invoke().Select(vault => ($"{vault.Properties["Name"]?.Value}", $"{vault.Properties["ModuleName"]?.Value}")));
        }
        catch (RuntimeException)
        {
            // SecretManagement is not installed, or its registry cannot be read.
            return [];
        }
    }
}
