using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>The roles of an officer changed.</summary>
internal sealed class OfficerRoleChange : ChangeRule
{
    public override string Code => "OfficerRoleChanged";

    public override ChangeGrade? Grade(ChangeContext change)
        => change.DataType == QardDataType.CompanyOfficer && change.Field == nameof(QardCompanyOfficer.Roles)
            ? new(
                SeverityLevel.Review,
                change.Wording.Say(
                    $"The role of {change.Item.Label} changed from '{change.OldText}' to '{change.NewText}'.",
                    $"La fonction de {change.Item.Label} passe de « {change.OldText} » à « {change.NewText} »."))
            : null;
}
