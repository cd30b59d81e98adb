using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>The company has a new officer.</summary>
internal sealed class OfficerAddedChange : ChangeRule
{
    public override string Code => "OfficerAdded";

    public override ChangeGrade? Grade(ChangeContext change)
        => change is { DataType: QardDataType.CompanyOfficer, Field: null, Kind: ChangeKind.Added }
            ? new(SeverityLevel.Review, change.Wording.Say($"New officer: {change.NewText}.", $"Nouveau dirigeant : {change.NewText}."))
            : null;
}
