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
            string reasons = string.Join(", ", fields.Texts("reasons").Select(reason => context.Wording.Value("Reasons", reason)).DefaultIfEmpty(context.Wording.Say("no reason is given", "aucun motif n'est donné")));
            yield return Create(
                context,
                SeverityLevel.Critical,
                evidence,
                context.Wording.Say($"The background check is not acceptable: {reasons}.", $"Le contrôle des antécédents n'est pas acceptable : {reasons}."));
        }
    }

    /// <summary>The field is documented as the text OK or NOK, but a boolean was observed as well. A missing field is not a negative result.</summary>
    internal static bool IsAcceptable(FieldMap fields) => !fields.TryGetValue("acceptable", out object? value) || value switch
    {
        null or true => true,
        string text => TextKey.From(text) is "OK" or "TRUE" or "",
        _ => false,
    };
}
