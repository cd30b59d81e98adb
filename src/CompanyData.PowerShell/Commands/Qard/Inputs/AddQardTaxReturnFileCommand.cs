using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Hands a tax return in as a document, which Qard reads. The file and what is said of it are checked before anything is sent.</summary>
[Cmdlet(VerbsCommon.Add, "QardTaxReturnFile", SupportsShouldProcess = true)]
[OutputType(typeof(QardTaxReturnInput))]
public sealed class AddQardTaxReturnFileCommand : QardUserCommand
{
    private QardTaxReturnUpload? _upload;

    /// <summary>The document.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The document.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [Cell(CellKind.Text)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The last day of the financial year.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The last day of the financial year.", ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Day)]
    public DateTime ClosingDate { get; set; }

    /// <summary>C for a complete tax return, S for a simplified one, K.</summary>
    [Parameter(Mandatory = true, HelpMessage = "C, S or K.", ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Text)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string Type { get; set; } = string.Empty;

    /// <summary>When it was submitted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Day)]
    public DateTime? SubmittedDate { get; set; }

    /// <summary>How many months the financial year has.</summary>
    [Parameter]
    public int Duration { get; set; } = 12;

    /// <summary>Whether it is confidential; sent as <c>privacy</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Flag)]
    public bool? Privacy { get; set; }

    /// <summary>A tax return that exists and that this is the document of.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Id]
    [ArgumentCompleter(typeof(TaxReturnInputCompleter))]
    public string? TaxReturnId { get; set; }

    protected override string Change => $"Hand the tax return '{_upload?.Path}' in for the Qard user '{UserId}'";

    protected override void Prepare()
    {
        _upload = new()
        {
            Path = FilePath.Resolve(this, Path),
            ClosingDate = ClosingDate,
            SubmittedDate = SubmittedDate,
            Type = Type.Trim().ToUpperInvariant(),
            Duration = Duration,
            Privacy = Privacy,
            TaxReturnId = TaxReturnId,
        };
        _upload.Validate();
    }

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(await qard.TaxReturnInputs.AddAsync(UserId, _upload!, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
}
