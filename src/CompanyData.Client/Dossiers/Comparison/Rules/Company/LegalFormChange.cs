using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>The company has a new legal form.</summary>
internal sealed class LegalFormChange : ChangeRule
{
    public override string Code => "LegalFormChanged";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.DataType == QardDataType.CompanyProfile && change.Field == "Legal.Form"
            ? new(SeverityLevel.Review, change.Wording.Say($"The legal form changed from '{change.OldText}' to '{change.NewText}'.", $"La forme juridique passe de « {change.OldText} » à « {change.NewText} »."))
            : null;
}
