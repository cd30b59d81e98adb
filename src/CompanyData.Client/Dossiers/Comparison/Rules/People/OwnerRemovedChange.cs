using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>A person is no longer a beneficial owner of the company.</summary>
internal sealed class OwnerRemovedChange : ChangeRule
{
    public override string Code => "OwnerRemoved";

    public override ChangeGrade? Grade(ChangeContext change)
        => change is { DataType: QardDataType.BeneficialOwner, Field: null, Kind: ChangeKind.Removed }
            ? new(
                OwnerThresholdChange.IsOver(change.Old, change.Options) ? SeverityLevel.Critical : SeverityLevel.Review,
                change.Wording.Say($"No longer a beneficial owner: {change.OldText}.", $"N'est plus bénéficiaire effectif : {change.OldText}."))
            : null;
}
