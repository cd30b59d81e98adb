using CompanyData.Collection;

namespace CompanyData.Reports;

/// <summary>What an index says of a dossier; so little is kept that a long list fits.</summary>
public sealed class DossierLine
{
    /// <param name="dossier">Which.</param>
    /// <param name="fileName">Of its page, in the folder of the index.</param>
    public DossierLine(CompanyDossier dossier, string fileName)
    {
        IReadOnlyList<Holding> holdings = Holding.From(dossier.BeneficialOwners);
        IReadOnlyList<Finding> findings = Findings.From(dossier, holdings);
        FileName = fileName;
        Company = dossier.Name ?? dossier.Profile?.Name ?? dossier.Siren;
        Siren = dossier.Siren;
        Status = dossier.Status;
        OwnersOverThreshold = holdings.Count(holding => holding.IsOverThreshold);
        Missing = findings.Count(finding => finding.Kind == FindingKind.Missing);
        Looks = findings.Count(finding => finding.Kind == FindingKind.Review);
    }

    public string FileName { get; }

    internal string Company { get; }

    internal string Siren { get; }

    internal string Status { get; }

    internal int OwnersOverThreshold { get; }

    internal int Missing { get; }

    internal int Looks { get; }
}
