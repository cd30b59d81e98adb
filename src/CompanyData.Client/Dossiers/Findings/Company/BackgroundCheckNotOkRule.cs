using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>The result of the background check is not acceptable.</summary>
internal sealed class BackgroundCheckNotOkRule : FindingRule
{
    public override string Code => "BackgroundCheckNotOk";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        foreach ((FieldMap fields, string evidence) in context.Records("BACKGROUND_CHECK").Where(record => !IsAcceptable(record.Fields)))
        {
            string reasons = string.Join(", ", fields.Texts("reasons").Select(reason => InWords(reason, context.Wording)).DefaultIfEmpty(context.Wording.Say("no reason is given", "aucun motif n'est donné")));
            yield return Create(
                context,
                SeverityLevel.Critical,
                evidence,
                context.Wording.Say($"The background check is not acceptable: {reasons}.", $"Le contrôle des antécédents n'est pas acceptable : {reasons}."));
        }
    }

    /// <summary>The documented codes read as words: FINANCIAL_DIFFICULTIES is "financial difficulties".</summary>
    private static string InWords(string reason, Wording wording) => wording.IsFrench ? wording.Value("Reasons", reason)
        : reason.Contains('_') && !reason.Any(char.IsLower) ? reason.Replace('_', ' ').ToLowerInvariant()
        : reason;

    /// <summary>The field is documented as the text OK or NOK, but a boolean was observed as well. A missing field is not a negative result.</summary>
    internal static bool IsAcceptable(FieldMap fields) => !fields.TryGetValue("acceptable", out object? value) || value switch
    {
        null or true => true,
        string text => TextKey.From(text) is "OK" or "TRUE" or "",
        _ => false,
    };
}
