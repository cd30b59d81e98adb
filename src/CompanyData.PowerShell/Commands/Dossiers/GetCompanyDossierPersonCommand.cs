using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Commands.Dossiers;

/// <summary>Lists the people and companies that run or own a company, one row each with flat columns. A person who is officer and owner has one row with both roles.</summary>
[Cmdlet(VerbsCommon.Get, "CompanyDossierPerson")]
[OutputType(typeof(DossierPerson))]
public sealed class GetCompanyDossierPersonCommand : PSCmdlet
{
    /// <summary>Dossiers from Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Dossiers from Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier.", Position = 0, ValueFromPipeline = true)]
    [Dossier]
    public CompanyDossier[] Dossier { get; set; } = [];

    protected override void BeginProcessing() => NullArguments.Reject(this, "CompanyData");

    protected override void ProcessRecord() => WriteObject(Dossier.SelectMany(DossierPersons.From), enumerateCollection: true);
}
