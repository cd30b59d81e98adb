using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Checks a registration without sending it. Emits one object per violated rule.</summary>
[Cmdlet(VerbsDiagnostic.Test, "QontoRegistration", DefaultParameterSetName = "Parameters")]
[OutputType(typeof(QontoFinding))]
public sealed class TestQontoRegistrationCommand : PSCmdlet
{
    /// <summary>A registration as a draft, hashtable, object or JSON text.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A registration as a draft, hashtable, object or JSON text.", Position = 0, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public object? InputObject { get; set; }

    /// <summary>A JSON file.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A JSON file.", ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The legal flow; undocumented values are accepted.</summary>
    [Parameter(ParameterSetName = "Parameters")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string LegalFlow { get; set; } = "existing_company";

    [Parameter(ParameterSetName = "Parameters")]
    [ValidateSet("en", "fr", "it", "de", "es", "pt")]
    public string Locale { get; set; } = "fr";

    /// <summary>The contact on your side: first_name, last_name, email.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The contact on your side: first_name, last_name, email.", ParameterSetName = "Parameters")]
    [Parameter(ParameterSetName = "InputObject")]
    [Parameter(ParameterSetName = "Path")]
    [Cell(CellKind.Table)]
    [ValidateNotNullOrEmpty]
    public Hashtable? PartnerUser { get; set; }

    /// <summary>The company: legal_number, and if known legal_name, legal_form, address and other fields.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The company.", ParameterSetName = "Parameters")]
    [Parameter(ParameterSetName = "InputObject")]
    [Parameter(ParameterSetName = "Path")]
    [Cell(CellKind.Table)]
    [ValidateNotNullOrEmpty]
    public Hashtable? Organization { get; set; }

    /// <summary>The owner, created by New-QontoStakeholder; no other stakeholder is then the owner.</summary>
    [Parameter]
    [ValidateNotNull]
    [Stakeholder]
    public QontoStakeholder? Owner { get; set; }

    /// <summary>Shareholders and legal representatives, created by New-QontoStakeholder.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Stakeholder]
    public QontoStakeholder[] Stakeholder { get; set; } = [];

    protected override void BeginProcessing() => NullArguments.Reject(this, "Qonto");

    protected override void ProcessRecord()
    {
        QontoRules rules = new(DateTime.Today, QontoOAuthNames.Default);
        try
        {
            JsonObject registration = ParameterSetName switch
            {
                "InputObject" => RegistrationInput.Read(InputObject!),
                "Path" => RegistrationInput.ReadFile(this, Path!),
                _ => new() { ["legal_flow"] = LegalFlow, ["locale"] = Locale },
            };
            new RegistrationParts(PartnerUser, Organization, Owner, Stakeholder).ApplyTo(registration);
            QontoRegistrationDraft draft = new(registration, rules);
            if (UnknownLegalFlow.Describe(draft.LegalFlow) is { } warning)
            {
                WriteWarning(warning);
            }

            WriteObject(draft.Findings, enumerateCollection: true);
        }
        catch (ArgumentException exception)
        {
            WriteError(ErrorRecords.InvalidInput(exception, "Qonto", Path ?? InputObject));
        }
    }
}
