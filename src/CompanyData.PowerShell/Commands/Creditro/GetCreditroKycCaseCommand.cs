using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Creditro;
using CompanyData.Pipeline;
using CompanyData.Transport;

namespace CompanyData.Commands.Creditro;

/// <summary>Reads the customer's KYC cases with one request. The filters are applied locally, because the API documents none.</summary>
[Cmdlet(VerbsCommon.Get, "CreditroKycCase")]
[OutputType(typeof(CreditroKycCase))]
public sealed class GetCreditroKycCaseCommand : CreditroCommand
{
    /// <summary>A case's name; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KycCaseCompleter))]
    public string Name { get; set; } = "*";

    /// <summary>Only these cases.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KycCaseCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Only cases in one of these statuses; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KycCaseCompleter))]
    public string[] Status { get; set; } = ["*"];

    /// <summary>Only cases of one of these risks; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KycCaseCompleter))]
    public string[] Risk { get; set; } = ["*"];

    protected override async Task RunAsync(CreditroClient client, CommandOutput output, CancellationToken cancellationToken)
    {
        bool wasBelow = client.CompaniesRead < CreditroClient.FairUseCompanies;
        IReadOnlyList<CreditroKycCase> cases = await client.ListCasesAsync(cancellationToken).ReadAllAsync().ConfigureAwait(false);
        if (wasBelow && client.CompaniesRead >= CreditroClient.FairUseCompanies)
        {
            output.Warn($"{client.CompaniesRead} companies were read in this session. Creditro asks to be informed before jobs of more than {CreditroClient.FairUseCompanies} companies.");
        }

        foreach (string missing in (Id ?? []).Where(id => cases.All(found => found.Id != id)))
        {
            ApiException exception = new(
                ApiErrorKind.NotFound, ErrorPrefix, "find the case", $"Creditro: there is no KYC case '{missing}'.")
            {
                Subject = missing,
            };
            await output.FailAsync(exception, ErrorPrefix, missing).ConfigureAwait(false);
        }

        Func<string?, bool> hasStatus = Wildcards.Matcher(Status);
        Func<string?, bool> hasRisk = Wildcards.Matcher(Risk);
        NameFilter named = new(Name);
        await output.WriteAllAsync(cases.Where(found => named.Matches(found.Name) && (Id is null || Id.Contains(found.Id, StringComparer.Ordinal))
            && hasStatus(found.Status) && hasRisk(found.Risk))).ConfigureAwait(false);
        EnsureFound(named, "KYC case");
    }
}
