using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>
/// Adds a document to the registration of a company creation. Type, size, extension and flow are checked first; do it before the owner
/// follows the link.
/// </summary>
[Cmdlet(VerbsCommon.Add, "QontoRegistrationFile", SupportsShouldProcess = true)]
[OutputType(typeof(QontoRegistrationFile))]
public sealed class AddQontoRegistrationFileCommand : QontoFileCommand
{
    private QontoUpload? _upload;

    /// <summary>A pdf, png, jpg or jpeg file of at most 30 MB.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A pdf, png, jpg or jpeg file of at most 30 MB.", Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Type of the document; a registration has one document per type.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Type of the document.", Position = 2)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string FileType { get; set; } = string.Empty;

    /// <summary>The stakeholder, for stakeholder documents.</summary>
    [Parameter]
    [Id]
    [ArgumentCompleter(typeof(StakeholderCompleter))]
    public string? StakeholderId { get; set; }

    protected override string Change => $"Add '{_upload?.Path}' as {FileType} to the Qonto registration '{RegistrationId}'";

    protected override void Prepare()
    {
        base.Prepare();
        _upload = new QontoUpload(FilePath.Resolve(this, Path), FileType, StakeholderId);
    }

    protected override async Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
    {
        if (LegalFlow is null)
        {
            EnsureTakesFiles((await client.Registrations.GetAsync(RegistrationId, cancellationToken).ConfigureAwait(false)).LegalFlow);
        }

        await output.WriteAsync(await client.Files.AddAsync(RegistrationId, _upload!, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
