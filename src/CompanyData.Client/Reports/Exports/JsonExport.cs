using CompanyData.Collection;

namespace CompanyData.Reports;

/// <summary>Each dossier as JSON, without any loss.</summary>
public sealed class JsonExport : DossierExport
{
    public override IEnumerable<ReportFile> Add(CompanyDossier dossier)
        => [new(DossierFile.NameOf(dossier), $"Write the dossier of {dossier.CompanyName} ({dossier.Siren})", (path, overwrite) => DossierFile.SaveAsync(dossier, path, overwrite))];
}
