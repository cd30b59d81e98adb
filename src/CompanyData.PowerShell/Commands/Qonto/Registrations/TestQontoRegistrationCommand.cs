using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Checks a registration without sending it: one object for each broken rule, nothing where all hold.</summary>
[Cmdlet(VerbsDiagnostic.Test, "QontoRegistration", DefaultParameterSetName = "InputObject")]
[OutputType(typeof(QontoFinding))]
public sealed class TestQontoRegistrationCommand : PSCmdlet
{
    /// <summary>A registration as a draft, hashtable, object or JSON text.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A registration as a draft, hashtable, object or JSON text.", Position = 0, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public object? InputObject { get; set; }

    /// <summary>A file of JSON.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A file of JSON.", ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    protected override void ProcessRecord()
    {
        QontoRules rules = new(DateTime.Today, QontoOAuthNames.Default);
        try
        {
            QontoRegistrationDraft draft = Path is null ? RegistrationInput.From(InputObject!, rules) : RegistrationInput.FromFile(this, Path, rules);
            WriteObject(draft.Findings, enumerateCollection: true);
        }
        catch (ArgumentException exception)
        {
            WriteError(ErrorRecords.InvalidInput(exception, "Qonto", Path ?? InputObject));
        }
    }
}
