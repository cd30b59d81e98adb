using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Commands.Dossiers;

/// <summary>Lists the findings of dossiers, the most urgent first. Findings state facts; they do not assess the company.</summary>
[Cmdlet(VerbsCommon.Get, "CompanyDossierFinding")]
[OutputType(typeof(DossierFinding))]
public sealed class GetCompanyDossierFindingCommand : ReviewCommand
{
    /// <summary>Dossiers from Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Dossiers from Invoke-QardCollection, Get-CompanyDossier or Import-CompanyDossier.", Position = 0, ValueFromPipeline = true)]
    [Dossier]
    public CompanyDossier[] Dossier { get; set; } = [];

    /// <summary>Age in days from which a dossier is stale.</summary>
    [Parameter]
    [ValidateRange(1, 36500)]
    public int MaxAgeDays { get; set; } = 365;

    /// <summary>Days before its end from which an expiring consent is reported.</summary>
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
