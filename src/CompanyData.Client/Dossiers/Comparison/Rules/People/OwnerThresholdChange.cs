using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>An owner's shares or votes rose above the threshold, or fell to it or below.</summary>
internal sealed class OwnerThresholdChange : ChangeRule
{
    private static readonly string[] SharesFields = [.. Holding.SharesNames.Select(ComparedFields.PropertyName)];

    private static readonly string[] VotesFields = [.. Holding.VotesNames.Select(ComparedFields.PropertyName)];

    public override string Code => "OwnerCrossedThreshold";

    public override ChangeGrade? Grade(ChangeContext change)
    {
        bool isShares = SharesFields.Contains(change.Field, StringComparer.Ordinal);
        if (change.DataType != QardDataType.BeneficialOwner || !(isShares || VotesFields.Contains(change.Field, StringComparer.Ordinal)) || IsOver(change.Old, change.Options) == IsOver(change.New, change.Options))
        {
            return null;
        }

        IReadOnlyList<string> names = isShares ? Holding.SharesNames : Holding.VotesNames;
        (decimal? before, decimal? now) = (Holding.Find(change.Old!.Source, names), Holding.Find(change.New!.Source, names));
        decimal threshold = change.Options.OwnershipThreshold;
        return (before > threshold) == (now > threshold) ? null : new(SeverityLevel.Critical, Describe(change, isShares, before, now));
    }

    private static string Describe(ChangeContext change, bool isShares, decimal? before, decimal? now)
    {
        Wording wording = change.Wording;
        string name = change.Item.Label!;
        string threshold = wording.Percent(change.Options.OwnershipThreshold);
        (string was, string @is) = (Percent(before), Percent(now));
        (string english, string french) = isShares ? ("shares", "du capital") : ("votes", "des droits de vote");
        return now > change.Options.OwnershipThreshold
            ? wording.Say($"{name} now holds more than {threshold} of {english}: {was} before, {@is} now.", $"{name} détient désormais plus de {threshold} {french} : {was} avant, {@is} maintenant.")
            : wording.Say($"{name} no longer holds more than {threshold} of {english}: {was} before, {@is} now.", $"{name} ne détient plus que {@is} {french}, contre {was} avant ; le seuil est de {threshold}.");

        string Percent(decimal? value) => value is { } percent ? wording.Percent(percent) : "?";
    }

    internal static bool IsOver(ComparedItem? item, ReviewOptions options)
        => item is not null && (Holding.Find(item.Source, Holding.SharesNames) > options.OwnershipThreshold || Holding.Find(item.Source, Holding.VotesNames) > options.OwnershipThreshold);
}
