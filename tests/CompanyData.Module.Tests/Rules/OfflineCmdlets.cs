namespace CompanyData.Module.Tests.Rules;

/// <summary>
/// The cmdlets of a service that never call it: they change nothing, need no session and have nothing to throttle.
/// </summary>
internal static class OfflineCmdlets
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["ConvertTo-QontoRegistration"] = "builds a registration from a dossier",
        ["Get-QardCollectionJournal"] = "reads a file",
        ["New-PowensWebviewUri"] = "builds an address",
        ["New-QontoStakeholder"] = "builds an object for New-QontoRegistration",
        ["Test-PowensWebhook"] = "checks a signature",
        ["Test-QardWebhook"] = "checks a signature",
        ["Test-QontoRegistration"] = "checks the rules without sending anything",
        ["Test-QontoWebhook"] = "checks a signature",
    };

    public static bool Include(Cmdlet cmdlet) => Reasons.ContainsKey(cmdlet.Name);
}
