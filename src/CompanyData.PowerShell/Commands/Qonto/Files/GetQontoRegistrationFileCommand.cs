using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Lists the documents of a registration, or reads one of them.</summary>
[Cmdlet(VerbsCommon.Get, "QontoRegistrationFile")]
[OutputType(typeof(QontoRegistrationFile))]
public sealed class GetQontoRegistrationFileCommand : QontoFileCommand
{
    /// <summary>One document's id.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegistrationFileCompleter))]
    public string? FileId { get; set; }

    protected override object? Target => FileId ?? RegistrationId;

    protected override async Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
    {
        if (FileId is null)
        {
            await output.WriteAllAsync(client.Files.ListAsync(RegistrationId, cancellationToken)).ConfigureAwait(false);
            return;
        }

        await output.WriteAsync(await client.Files.GetAsync(RegistrationId, FileId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
