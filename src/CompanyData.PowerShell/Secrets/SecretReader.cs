using System.Management.Automation;

namespace CompanyData.Secrets;

/// <summary>Reads secrets through SecretManagement, which the engine finds where it is installed: nothing here is built against it.</summary>
internal static class SecretReader
{
    private const string Module = "Microsoft.PowerShell.SecretManagement";

    /// <summary>The value as the vault gives it. Where it gives none, the command ends with an error that says what to do.</summary>
    public static object Read(PSCmdlet cmdlet, string service, string name, string? vault)
    {
        // A locked vault asks for its password, for ever where nobody sits; a runspace of its own has nobody to ask.
        using PowerShell shell = PowerShell.Create(SomebodySits(cmdlet) ? RunspaceMode.CurrentRunspace : RunspaceMode.NewRunspace);
        shell.AddCommand($@"{Module}\Get-Secret").AddParameter("Name", name).AddParameter("ErrorAction", ActionPreference.Stop);
        if (vault is not null)
        {
            shell.AddParameter("Vault", vault);
        }

        try
        {
            return shell.Invoke().FirstOrDefault()?.BaseObject ?? throw new ItemNotFoundException("The vault gave nothing.");
        }
        catch (RuntimeException exception)
        {
            cmdlet.ThrowTerminatingError(exception is CommandNotFoundException ? Missing(exception, service) : Unavailable(exception, service, name, vault));
            throw;
        }
    }

    private static bool SomebodySits(PSCmdlet cmdlet)
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
            "Get-SecretInfo lists what the vaults hold. A locked vault is opened first, such as with Unlock-SecretStore.");
    }
}
