using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Commands.Powens;

/// <summary>Saves a document's file; it appears under its name only when it is whole.</summary>
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

    /// <summary>The document's own address; documents pipe in by it. Where its host is not the session's, it is left alone: no token goes there.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Text)]
    public string? Url { get; set; }

    /// <summary>A folder, where the file takes the name that the service suggests, or a file.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = ".";

    /// <summary>Replaces a file that is there already.</summary>
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
