using System.Collections;
using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Completion;
using CompanyData.Onboarding;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Fills in a registration from a dossier. Findings list what is missing; nothing is guessed and nothing is sent.</summary>
[Cmdlet(VerbsData.ConvertTo, "QontoRegistration")]
[OutputType(typeof(QontoRegistrationDraft))]
public sealed class ConvertToQontoRegistrationCommand : PSCmdlet
{
    /// <summary>A dossier of Invoke-QardCollection.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A dossier of Invoke-QardCollection.", Position = 0, ValueFromPipeline = true)]
    [Dossier(IsSingle = true)]
    [ValidateNotNull]
    public CompanyDossier? Dossier { get; set; }

    /// <summary>The contact on your side: first_name, last_name, email.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The contact on your side: first_name, last_name, email.")]
    [Cell(CellKind.Table)]
    [ValidateNotNullOrEmpty]
    public Hashtable PartnerUser { get; set; } = [];

    /// <summary>The legal flow; undocumented values are accepted.</summary>
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
