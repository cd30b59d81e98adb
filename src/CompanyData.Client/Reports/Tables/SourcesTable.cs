using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Qard;

namespace CompanyData.Reports;

/// <summary>A row for each synchronisation of each data type, and for each that was requested and has none: what is known, from where and when.</summary>
internal sealed class SourcesTable() : ReportTable<(CompanyDossier Dossier, string DataType, QardSyncItem? Sync)>(
    "sources",
    ReportText.SourcesSheet,
    (ReportText.Source, (row, _) => Source(row.Dossier.IsSandbox)),
    (Field("Siren"), (row, _) => row.Dossier.Siren),
    (ReportText.Company, (row, _) => row.Dossier.CompanyName),
    (ReportText.Data, (row, language) => language.DataType(row.DataType)),
    (ReportText.State, (row, language) => language.State(row.Dossier.GetDataState(row.DataType))),
    (ReportText.ItemCount, (row, _) => row.Dossier.GetItems(row.DataType).Count),
    (ReportText.Provider, (row, _) => row.Sync?.ProviderName ?? row.Dossier.ProviderName),
    (ReportText.Requested, (row, _) => row.Sync?.RequestedAt),
    (ReportText.Completed, (row, _) => row.Sync?.CompletedAt),
    (ReportText.Result, (row, language) => row.Sync?.Status is { } status ? language.Text(nameof(QardSyncItem.Status), status) : null),
    (ReportText.Service, (row, _) => row.Dossier.Service),
    (ReportText.Started, (row, _) => row.Dossier.CollectedAt),
    (ReportText.Complete, (row, _) => row.Dossier.CompletedAt),
    (ReportText.SyncId, (row, _) => row.Sync?.Id))
{
    public override IEnumerable<object?[]> Rows(CompanyDossier dossier, IReadOnlyList<DossierFinding> findings, ReportOptions options)
    {
        ILookup<string, QardSyncItem> syncs = dossier.Syncs.ToLookup(sync => sync.DataType ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        return dossier.DataTypes.Concat(syncs.Select(sync => sync.Key)).Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(type => syncs[type].DefaultIfEmpty(null!).Select(sync => Row((dossier, type, sync), options.Text)));
    }
}
