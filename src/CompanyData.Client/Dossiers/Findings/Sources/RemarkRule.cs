namespace CompanyData.Dossiers;

/// <summary>The collection made a remark.</summary>
internal sealed class RemarkRule : FindingRule
{
    public override string Code => "Remark";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
        => context.Dossier.Remarks.Select((remark, index) => Create(context, SeverityLevel.Note, $"Remarks[{index}]", remark));
}
