using CompanyData.Collection;

namespace CompanyData.Reports;

/// <summary>Exports each dossier as lossless JSON.</summary>
public sealed class JsonExport : DossierExport
{
    public override IEnumerable<ReportFile> Add(CompanyDossier dossier)
        => [new(DossierFile.NameOf(dossier), $"Write the dossier of {dossier.CompanyName} ({dossier.Siren})", (path, overwrite, _) => DossierFile.SaveAsync(dossier, path, overwrite))];
}
