using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>The company has a new registered address.</summary>
internal sealed class SeatMovedChange : ChangeRule
{
    public override string Code => "SeatMoved";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.DataType == QardDataType.CompanyProfile && change.Field?.StartsWith("Headquarter.Address", StringComparison.Ordinal) == true
            ? new(SeverityLevel.Review, change.Wording.Say($"The registered address changed from '{change.OldText}' to '{change.NewText}'.", $"Le siège passe de « {change.OldText} » à « {change.NewText} »."))
            : null;
}
