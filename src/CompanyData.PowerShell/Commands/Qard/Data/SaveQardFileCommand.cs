using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>Saves a document by its file id; the file appears under its name only when it is complete.</summary>
[Cmdlet(VerbsData.Save, "QardFile", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveQardFileCommand : QardPipelineCommand
{
    private SaveTarget? _target;

    /// <summary>The file id of a court decision, an act or other data.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The file id of a court decision, an act or other data.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("file_id")]
    [Id]
    [ValidateNotNullOrEmpty]
    public string FileId { get; set; } = string.Empty;

    /// <summary>A file, or a folder, in which the file gets the name suggested by the service.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = ".";

    /// <summary>Replaces an existing file.</summary>
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
