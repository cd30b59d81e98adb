using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Reads one registration by its id, or streams all of them.</summary>
[Cmdlet(VerbsCommon.Get, "QontoRegistration", DefaultParameterSetName = "All")]
[OutputType(typeof(QontoRegistration))]
public sealed class GetQontoRegistrationCommand : QontoPipelineCommand
{
    /// <summary>One registration's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "One registration's id.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [Alias("RegistrationId")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegistrationCompleter))]
    public string? Id { get; set; }

    /// <summary>Only registrations in one of these statuses; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "All")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string[] Status { get; set; } = ["*"];

    protected override object? Target => Id;

    protected override async Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
    {
        if (Id is not null)
        {
            await output.WriteAsync(await client.Registrations.GetAsync(Id, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        Func<string?, bool> isWanted = Wildcards.Matcher(Status);
        await output.WriteAllAsync(client.Registrations.ListAsync(cancellationToken), registration => isWanted(registration.Status)).ConfigureAwait(false);
    }
}
