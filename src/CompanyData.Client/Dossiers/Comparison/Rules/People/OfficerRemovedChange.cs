using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>A person is no longer an officer of the company.</summary>
internal sealed class OfficerRemovedChange : ChangeRule
{
    public override string Code => "OfficerRemoved";

    public override ChangeGrade? Grade(ChangeContext change)
        => change is { DataType: QardDataType.CompanyOfficer, Field: null, Kind: ChangeKind.Removed }
            ? new(SeverityLevel.Review, change.Wording.Say($"No longer an officer: {change.OldText}.", $"N'est plus dirigeant : {change.OldText}."))
            : null;
}
