using CompanyData.Collection;
using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>A company with what there is to say of it.</summary>
internal sealed record CompanyRow(CompanyDossier Dossier, DossierLine Line, int OwnersOver);
