using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>Saves a document that data refers to by its file id; the file appears under its name only when it is whole.</summary>
[Cmdlet(VerbsData.Save, "QardFile", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveQardFileCommand : QardPipelineCommand
{
    private SaveTarget? _target;

    /// <summary>The file's id, as court decisions, acts and others have it.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The file's id, as court decisions, acts and others have it.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("file_id")]
    [Id]
    [ValidateNotNullOrEmpty]
    public string FileId { get; set; } = string.Empty;

    /// <summary>A folder, where the file takes the name that the service suggests, or a file.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = ".";

    /// <summary>Replaces a file that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override object? Target => FileId;

    protected override string Change => $"Save the Qard file '{FileId}' to '{_target?.Path}'";

    protected override void Prepare() => _target ??= SaveTarget.Resolve(this, Path);

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        using FileDownload file = await qard.Files.OpenAsync(FileId, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(await _target!.SaveAsync(file, FileId, Force, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
