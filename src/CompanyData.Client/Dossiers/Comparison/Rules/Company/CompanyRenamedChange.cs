using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>The company has a new name.</summary>
internal sealed class CompanyRenamedChange : ChangeRule
{
    public override string Code => "CompanyRenamed";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.DataType == QardDataType.CompanyProfile && change.Field == nameof(QardCompanyProfile.Name)
            ? new(SeverityLevel.Review, change.Wording.Say($"The company '{change.OldText}' is now '{change.NewText}'.", $"La société « {change.OldText} » s'appelle désormais « {change.NewText} »."))
            : null;
}
