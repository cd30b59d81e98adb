using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>Data that a KYC file needs was not requested; its absence says nothing about the company.</summary>
internal sealed class NotRequestedRule : FindingRule
{
    public override string Code => "NotRequested";

    public override IEnumerable<DossierFinding> Find(FindingContext context) => QardDataType.Default
        .Where(type => context.Dossier.GetDataState(type) == DataState.NotRequested)
        .Select(type => Create(
            context,
            SeverityLevel.Note,
            "DataTypes",
            context.Wording.Say($"Not requested: {context.Wording.Label(type)}.", $"Non demandé : {context.Wording.Label(type)}."),
            type,
            context.Wording.Say($"Collect the company with -DataType {type} as well.", $"Collecter aussi la société avec -DataType {type}.")));
}
