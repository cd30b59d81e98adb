namespace CompanyData.Dossiers;

/// <summary>There is a new collective procedure.</summary>
internal sealed class CollectiveProcedureChange : ChangeRule
{
    public override string Code => "CollectiveProcedureAdded";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.New is { IsPerson: false } item && change is { Field: null, Kind: ChangeKind.Added } && CollectiveProcedureRule.Describe(item.Source, change.Wording) is { } procedure
            ? new(SeverityLevel.Critical, change.Wording.Say($"New collective procedure: {procedure}.", $"Nouvelle procédure collective : {procedure}."))
            : null;
}
