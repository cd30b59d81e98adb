namespace CompanyData.Dossiers;

/// <summary>The collection made a remark.</summary>
internal sealed class RemarkRule : FindingRule
{
    public override string Code => "Remark";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
        => context.Dossier.Remarks.Select((remark, index) => (Text: context.Wording.Own(remark), index))
            .Select(remark => Create(context, SeverityLevel.Note, $"Remarks[{remark.index}]", remark.Text.Text, english: [remark.Text.English]));
}
