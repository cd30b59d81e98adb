using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Commands.Powens;

/// <summary>Saves the file of a document; it appears under its name only when it is complete.</summary>
[Cmdlet(VerbsData.Save, "PowensDocument", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SavePowensDocumentCommand : PowensUserDataCommand
{
    private SaveTarget? _target;

    /// <summary>The document's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The document's id.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensDocumentCompleter))]
    public string DocumentId { get; set; } = string.Empty;

    /// <summary>The document's address, bound from piped documents. Ignored if its host is not that of the session: no token is sent there.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Text)]
    public string? Url { get; set; }

    /// <summary>A file, or a folder, in which the file gets the name suggested by the service.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = ".";

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override object? Target => DocumentId;

    protected override string Change => $"Save the Powens document '{DocumentId}' to '{_target?.Path}'";

    protected override void Prepare() => _target ??= SaveTarget.Resolve(this, Path);

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        using FileDownload file = await powens.Documents.OpenAsync(User, DocumentId, Url, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(await _target!.SaveAsync(file, DocumentId, Force, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
