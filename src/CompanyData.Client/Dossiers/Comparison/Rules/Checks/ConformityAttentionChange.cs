namespace CompanyData.Dossiers;

/// <summary>A conformity check has a new hit.</summary>
internal sealed class ConformityAttentionChange : ChangeRule
{
    public override string Code => "ConformityAttentionAdded";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.DataType == "CONFORMITY_CHECK" && change.Field is (null or "Outcome") && change.New is { } item && ConformityAttentionRule.IsAttention(item.Source)
            ? new(SeverityLevel.Critical, change.Wording.Say($"New hit of a conformity check: {item.Label}.", $"Nouveau signalement d'un contrôle de conformité : {item.Label}."))
            : null;
}
