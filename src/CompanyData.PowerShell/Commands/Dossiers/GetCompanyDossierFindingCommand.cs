using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Commands.Dossiers;

/// <summary>Lists what a reader of a dossier should know, the most urgent first. It says what is there and what is not; it does not judge.</summary>
[Cmdlet(VerbsCommon.Get, "CompanyDossierFinding")]
[OutputType(typeof(DossierFinding))]
public sealed class GetCompanyDossierFindingCommand : ReviewCommand
{
    /// <summary>Dossiers of Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier.</summary>
    [Parameter(Mandatory = true, HelpMessage = "What Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier emits.", Position = 0, ValueFromPipeline = true)]
    [Dossier]
    public CompanyDossier[] Dossier { get; set; } = [];

    /// <summary>How many days old a dossier may be before it is stale.</summary>
    [Parameter]
    [ValidateRange(1, 36500)]
    public int MaxAgeDays { get; set; } = 365;

    /// <summary>How many days before its end an expiring consent is reported.</summary>
    [Parameter]
    [ValidateRange(0, 3650)]
    public int ConsentNoticeDays { get; set; } = 30;

    private protected override IReadOnlyList<string> Codes => DossierFindings.Codes;

    private protected override ReviewOptions Options => new()
    {
        OwnershipThreshold = OwnershipThreshold,
        Language = Language,
        MaxAge = TimeSpan.FromDays(MaxAgeDays),
        ConsentNotice = TimeSpan.FromDays(ConsentNoticeDays),
    };

    protected override void ProcessRecord()
        => WriteObject(Dossier.SelectMany(dossier => DossierFindings.Find(dossier, Options)).Where(finding => IsWanted(finding.Code, finding.Severity)), enumerateCollection: true);
}
