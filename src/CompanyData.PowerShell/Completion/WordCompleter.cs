using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CompanyData.Dossiers;
using CompanyData.Qard;
using CompanyData.Qonto;

namespace CompanyData.Completion;

/// <summary>Completes parameters with documented values; others are accepted too.</summary>
public sealed class WordCompleter : IArgumentCompleter
{
    /// <summary>Source: powens.md, qard.md and qonto.md, calls and enums [docs].</summary>
    private static readonly Dictionary<string, string[]> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Compare-CompanyDossier/Code"] = [.. DossierComparison.Codes],
        ["Compare-CompanyDossier/ExcludeCode"] = [.. DossierComparison.Codes],
        ["Get-CompanyDossierFinding/Code"] = [.. DossierFindings.Codes],
        ["Get-CompanyDossierFinding/ExcludeCode"] = [.. DossierFindings.Codes],
        ["Get-CompanyDataSession/Service"] = ["Qard", "Powens", "Qonto", "Creditro"],
        ["Get-PowensConnector/Expand"] = ["fields", "sources", "countries", "urls"],
        ["Get-PowensConnection/Expand"] = ["connector", "sources", "accounts"],
        ["Get-PowensConfigurationLog/Type"] = ["add", "update", "delete"],
        ["Get-PowensConnectionLog/State"] =
        [
            "SCARequired", "webauthRequired", "additionalInformationNeeded", "decoupled", "validating", "actionNeeded", "passwordExpired",
            "wrongpass", "rateLimiting", "websiteUnavailable", "bug",
        ],
        ["New-PowensWebhook/EventType"] = ["CONNECTION_SYNCED", "USER_CREATED", "USER_DELETED"],
        ["Set-PowensWebhook/EventType"] = ["CONNECTION_SYNCED", "USER_CREATED", "USER_DELETED"],
        ["Get-PowensTransaction/Expand"] = ["account", "documents"],
        ["Set-PowensAccount/Usage"] = ["PRIV", "ORGA", "ASSO"],
        ["Set-QardWebhook/EventType"] =
        [
            "DATA_CONNECTION_AUTH_REQUIRED", "DATA_CONNECTION_CONNECTING", "DATA_CONNECTION_CONNECTED", "DATA_CONNECTION_AUTH_ERROR",
            "DATA_CONNECTION_DISCONNECTED", "DATA_SYNC_QUEUED", "DATA_SYNC_FETCHING", "DATA_SYNC_SUCCESS", "DATA_SYNC_AUTH_ERROR",
            "DATA_SYNC_FETCH_ERROR", "REPORT_SUBMITTED", "REPORT_PROCESSING", "REPORT_DONE",
        ],
        ["Add-QardTaxReturnFile/Type"] = [.. QardTaxReturnUpload.Types],
        ["Get-QardTaxReturnInput/Status"] = [ProcessStatusText.Pending, ProcessStatusText.InProgress, ProcessStatusText.Finished, ProcessStatusText.Error],
        ["Add-QontoRegistrationFile/FileType"] = [.. QontoUpload.FileTypes],
        ["New-QontoStakeholder/Gender"] = ["male", "female", "other"],
        ["ConvertTo-QontoRegistration/LegalFlow"] = [.. QontoRules.LegalFlows],
        ["New-QontoRegistration/LegalFlow"] = [.. QontoRules.LegalFlows],
        ["Test-QontoRegistration/LegalFlow"] = [.. QontoRules.LegalFlows],
        ["Get-QontoRegistration/Status"] = [.. QontoStatus.All],
        ["Wait-QontoRegistration/Until"] = [.. QontoStatus.All],
    };

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => Words.TryGetValue($"{commandName}/{parameterName}", out string[]? words)
            ? Completions.From(wordToComplete, words.Select(word => (word, word)))
            : [];
}
