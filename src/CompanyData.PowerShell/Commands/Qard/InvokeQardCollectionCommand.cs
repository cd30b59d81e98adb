using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>
/// Collects companies from end to end: finds or creates the user of a siren, connects it, synchronises, waits and reads the data.
/// One dossier a company comes out, in the order of the input; what failed, and why, stands in it.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "QardCollection", SupportsShouldProcess = true)]
[OutputType(typeof(CompanyDossier))]
public sealed class InvokeQardCollectionCommand : QardCompanyRowCommand
{
    /// <summary>The provider to collect from.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string ProviderName { get; set; } = CollectionOptions.DefaultProvider;

    /// <summary>What to collect; by default profile, officers and beneficial owners.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[] DataType { get; set; } = [.. QardDataType.Default];

    /// <summary>How long to wait for each company's synchronisation: seconds, or a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Much of the time is waiting, so several companies are worked on side by side although users are created.</summary>
    protected override int DefaultThrottleLimit => 8;

    protected override bool NeedsSiren => true;

    protected override bool NeedsName => false;

    protected override string Change => $"Collect {string.Join(", ", DataType)} of {Name ?? "the company"} ({Siren}) from '{ProviderName}'";

    protected override void Validate() => new CompanyRequest(Siren!, Name).Validate();

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        CollectionOptions options = new() { ProviderName = ProviderName, DataTypes = DataTypeNames.Normalize(DataType), SyncTimeout = Timeout };
        DataTypeNames.WarnAboutUnknown(options.DataTypes, output);
        CompanyDossier dossier = await new CompanyCollector(qard, options)
            .CollectAsync(new CompanyRequest(Siren!, Name), output, cancellationToken)
            .ConfigureAwait(false);
        if (dossier.Status == DossierStatus.Failed)
        {
            DossierFailure failure = dossier.Failures[0];
            ApiException exception = new(ApiErrorKind.CollectionFailed, "Qard", "collect the company", $"{dossier.Name ?? dossier.Siren} ({dossier.Siren}): {failure.Reason}")
            {
                Subject = dossier.Siren,
                Remedy = failure.Remedy,
            };
            await output.FailAsync(exception, ErrorPrefix, dossier.Siren).ConfigureAwait(false);
        }

        await output.WriteAsync(dossier).ConfigureAwait(false);
    }
}
