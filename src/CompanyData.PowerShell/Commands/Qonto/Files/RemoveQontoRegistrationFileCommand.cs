using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Removes a document of a registration; a document is replaced by removing it first.</summary>
[Cmdlet(VerbsCommon.Remove, "QontoRegistrationFile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveQontoRegistrationFileCommand : QontoFileCommand
{
    /// <summary>The document's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The document's id.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegistrationFileCompleter))]
    public string FileId { get; set; } = string.Empty;

    protected override object? Target => FileId;

    protected override string Change => $"Remove the file '{FileId}' of the Qonto registration '{RegistrationId}'";

    protected override Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
        => client.Files.RemoveAsync(RegistrationId, FileId, cancellationToken);
}
