using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>An owner's shares or votes rose above the threshold, or fell to it or below.</summary>
internal sealed class OwnerThresholdChange : ChangeRule
{
    private static readonly string[] HoldingFields = [.. Holding.SharesNames.Concat(Holding.VotesNames).Select(ComparedFields.PropertyName)];

    public override string Code => "OwnerCrossedThreshold";

    public override ChangeGrade? Grade(ChangeContext change)
    {
        if (change.DataType != QardDataType.BeneficialOwner || !HoldingFields.Contains(change.Field, StringComparer.Ordinal) || IsOver(change.Old, change.Options) == IsOver(change.New, change.Options))
        {
            return null;
        }

        string percent = change.Wording.Percent(change.Options.OwnershipThreshold);
        return new(
            SeverityLevel.Critical,
            IsOver(change.New, change.Options)
                ? change.Wording.Say($"{change.Item.Label} now holds over {percent}: {change.OldText ?? "?"} before, {change.NewText ?? "?"} now.", $"{change.Item.Label} détient désormais plus de {percent} : {change.OldText ?? "?"} avant, {change.NewText ?? "?"} maintenant.")
                : change.Wording.Say($"{change.Item.Label} no longer holds over {percent}: {change.OldText ?? "?"} before, {change.NewText ?? "?"} now.", $"{change.Item.Label} ne détient plus plus de {percent} : {change.OldText ?? "?"} avant, {change.NewText ?? "?"} maintenant."));
    }

    internal static bool IsOver(ComparedItem? item, ReviewOptions options)
        => item is not null && (Holding.Find(item.Source, Holding.SharesNames) > options.OwnershipThreshold || Holding.Find(item.Source, Holding.VotesNames) > options.OwnershipThreshold);
}
