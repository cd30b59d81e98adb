namespace CompanyData.Dossiers;

/// <summary>Identifying data of an officer or owner changed.</summary>
internal sealed class PersonIdentityChange : ChangeRule
{
    private static readonly string[] Fields = ["Name", "FirstName", "LastName", "BirthDate", "Nationality", "Siren"];

    public override string Code => "PersonIdentityChanged";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.Item.IsPerson && Fields.Contains(change.Field, StringComparer.Ordinal)
            ? new(
                SeverityLevel.Review,
                change.Wording.Say($"{change.Item.Label}: {change.Field} changed from '{change.OldText}' to '{change.NewText}'.", $"{change.Item.Label} : {change.Wording.Field(change.Field!)} passe de « {change.OldText} » à « {change.NewText} »."))
            : null;
}
