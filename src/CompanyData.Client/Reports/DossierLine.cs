using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>What an index says of a dossier; so little is kept that a long list fits.</summary>
public sealed class DossierLine
{
    /// <param name="dossier">The dossier.</param>
    /// <param name="fileName">Of its page, in the folder of the index.</param>
    /// <param name="options">The limits.</param>
    public DossierLine(CompanyDossier dossier, string fileName, ReviewOptions options)
        : this(dossier, fileName, DossierFindings.Find(dossier, options), options)
    {
    }

    internal DossierLine(CompanyDossier dossier, string fileName, IReadOnlyList<DossierFinding> findings, ReviewOptions options)
    {
        FileName = fileName;
        Company = dossier.CompanyName;
        Siren = dossier.Siren;
        Status = dossier.Status;
        OwnersOverThreshold = dossier.BeneficialOwners.Count(owner => Holding.From(owner).IsOver(options.OwnershipThreshold));
        Missing = findings.Count(finding => finding.Code == DataMissingRule.DataMissing);
        ToReview = findings.Count(finding => finding.Code != DataMissingRule.DataMissing && finding.Severity != SeverityLevel.Note);
    }

    public string FileName { get; }

    internal string Company { get; }

    internal string Siren { get; }

    internal string Status { get; }

    internal int OwnersOverThreshold { get; }

    internal int Missing { get; }

    internal int ToReview { get; }
}
