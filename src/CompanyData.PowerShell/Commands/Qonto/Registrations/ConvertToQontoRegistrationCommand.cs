using System.Collections;
using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Completion;
using CompanyData.Onboarding;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Fills a registration in from a dossier. What is missing stands in its Findings; nothing is guessed and nothing is sent.</summary>
[Cmdlet(VerbsData.ConvertTo, "QontoRegistration")]
[OutputType(typeof(QontoRegistrationDraft))]
public sealed class ConvertToQontoRegistrationCommand : PSCmdlet
{
    /// <summary>A dossier of Invoke-QardCollection.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A dossier of Invoke-QardCollection.", Position = 0, ValueFromPipeline = true)]
    [Dossier]
    [ValidateNotNull]
    public CompanyDossier? Dossier { get; set; }

    /// <summary>Who owns the flow on your side: first_name, last_name, email.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Who owns the flow on your side.")]
    [Cell(CellKind.Table)]
    [ValidateNotNullOrEmpty]
    public Hashtable PartnerUser { get; set; } = [];

    /// <summary>The flow; the list is open.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string LegalFlow { get; set; } = "existing_company";

    [Parameter]
    [ValidateSet("en", "fr", "it", "de", "es", "pt")]
    public string Locale { get; set; } = "fr";

    protected override void BeginProcessing() => NullArguments.Reject(this, "Qonto");

    protected override void ProcessRecord()
    {
        QontoRules rules = new(DateTime.Today, QontoOAuthNames.Default);
        WriteObject(new QontoRegistrationDraft(QontoDossierMapper.Map(Dossier!, JsonInput.FromTable(PartnerUser), LegalFlow, Locale), rules));
    }
}
