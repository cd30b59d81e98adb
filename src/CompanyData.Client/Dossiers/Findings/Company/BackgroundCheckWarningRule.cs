using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>The background check has a warning.</summary>
internal sealed class BackgroundCheckWarningRule : FindingRule
{
    public override string Code => "BackgroundCheckWarning";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        foreach ((FieldMap fields, string evidence) in context.Records("BACKGROUND_CHECK"))
        {
            foreach (string warning in fields.Texts("warnings"))
            {
                yield return Create(
                    context, SeverityLevel.Note, $"{evidence}.Warnings", context.Wording.Say($"The background check warns: {warning}.", $"Le contrôle des antécédents signale : {warning}."), subject: warning);
            }
        }
    }
}
