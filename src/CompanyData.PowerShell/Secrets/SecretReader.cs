using System.Management.Automation;

namespace CompanyData.Secrets;

/// <summary>Reads secrets through SecretManagement if it is installed; the module has no build-time dependency on it.</summary>
internal static class SecretReader
{
    private const string Module = "Microsoft.PowerShell.SecretManagement";

    /// <summary>Reads a secret from a vault. If that fails, ends the command with an error that says what to do.</summary>
    public static object Read(PSCmdlet cmdlet, string service, string name, string? vault)
    {
        // A locked vault prompts for its password, which would block forever without a user; a new runspace cannot prompt.
        using PowerShell shell = PowerShell.Create(IsInteractive(cmdlet) ? RunspaceMode.CurrentRunspace : RunspaceMode.NewRunspace);
        shell.AddCommand($@"{Module}\Get-Secret").AddParameter("Name", name).AddParameter("ErrorAction", ActionPreference.Stop);
        if (vault is not null)
        {
            shell.AddParameter("Vault", vault);
        }

        try
        {
            return shell.Invoke().FirstOrDefault()?.BaseObject ?? throw new ItemNotFoundException("The vault returned nothing.");
        }
        catch (RuntimeException exception)
        {
            cmdlet.ThrowTerminatingError(exception is CommandNotFoundException ? Missing(exception, service) : Unavailable(exception, service, name, vault));
            throw;
        }
    }

    private static bool IsInteractive(PSCmdlet cmdlet)
        => Environment.UserInteractive && (cmdlet.Host.Name != "ConsoleHost" || !Console.IsInputRedirected);

    private static ErrorRecord Missing(RuntimeException exception, string service) => ErrorRecords.Create(
        new PSNotSupportedException($"-SecretName reads from vaults through the module {Module}, which is not installed.", exception),
        $"{service}SecretManagementMissing",
        ErrorCategory.NotInstalled,
        Module,
        $"Install-Module {Module}, Microsoft.PowerShell.SecretStore -Scope CurrentUser");

    private static ErrorRecord Unavailable(RuntimeException exception, string service, string name, string? vault)
    {
        string reason = exception.ErrorRecord.Exception.Message.Replace(Environment.NewLine, " ");
        string from = vault is null ? string.Empty : $" of the vault '{vault}'";
        return ErrorRecords.Create(
            new InvalidOperationException($"The secret '{name}'{from} cannot be read: {reason}", exception),
            $"{service}SecretUnavailable",
            ErrorCategory.ResourceUnavailable,
            name,
            "Get-SecretInfo lists the secrets in the vaults. Unlock a locked vault first, for example with Unlock-SecretStore.");
    }
}
