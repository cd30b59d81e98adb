namespace CompanyData.Dossiers;

/// <summary>There is a new court decision about the company.</summary>
internal sealed class CourtDecisionAddedChange : ChangeRule
{
    public override string Code => "CourtDecisionAdded";

    public override ChangeGrade? Grade(ChangeContext change)
        => change is { DataType: "COURT_DECISION", Field: null, Kind: ChangeKind.Added }
            ? new(SeverityLevel.Review, change.Wording.Say($"New court decision: {change.NewText}.", $"Nouvelle décision de justice : {change.NewText}."))
            : null;
}
