using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>The company has a new beneficial owner.</summary>
internal sealed class OwnerAddedChange : ChangeRule
{
    public override string Code => "OwnerAdded";

    public override ChangeGrade? Grade(ChangeContext change)
        => change is { DataType: QardDataType.BeneficialOwner, Field: null, Kind: ChangeKind.Added }
            ? new(
                OwnerThresholdChange.IsOver(change.New, change.Options) ? SeverityLevel.Critical : SeverityLevel.Review,
                change.Wording.Say($"New beneficial owner: {change.NewText}.", $"Nouveau bénéficiaire effectif : {change.NewText}."))
            : null;
}
