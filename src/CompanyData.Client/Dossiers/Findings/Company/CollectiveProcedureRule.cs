using System.Text.RegularExpressions;
using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>The company is or was in insolvency proceedings (safeguard, reorganisation or liquidation), according to any data type.</summary>
internal sealed class CollectiveProcedureRule : FindingRule
{
    private static readonly Regex Words = new(
        @"\b(LIQUIDATION JUDICIAIRE|REDRESSEMENT JUDICIAIRE|PROCEDURES? COLLECTIVES?|PROCEDURE DE SAUVEGARDE|SAUVEGARDE ACCELEREE|PLAN DE (SAUVEGARDE|REDRESSEMENT)|PLAN DE CESSION)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private static readonly string[] TextFields = ["title", "event", "category", "text", "summary"];

    public override string Code => "CollectiveProcedure";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
        => context.Dossier.Data.Keys.SelectMany(context.Records).SelectMany(record => Find(context, record.Fields, record.Evidence));

    private IEnumerable<DossierFinding> Find(FindingContext context, FieldMap fields, string evidence)
    {
        if (Describe(fields, context.Wording) is { } procedure)
        {
            yield return Create(context, SeverityLevel.Critical, evidence, context.Wording.Say($"Collective procedure: {procedure}.", $"Procédure collective : {procedure}."), procedure);
        }

        foreach ((FieldMap node, int index) in (fields.Map("details")?.Maps("nodes") ?? []).Select((node, index) => (node, index)))
        {
            if (node.TryGetValue("pcl", out object? flag) && flag is not (null or false or ""))
            {
                string name = node.Text("name") ?? $"{node.Text("first_name")} {node.Text("last_name")}".Trim();
                bool isOwn = node.Text("siren") == context.Dossier.Siren;
                yield return Create(
                    context,
                    SeverityLevel.Critical,
                    $"{evidence}.Details.nodes[{index}]",
                    context.Wording.Say(
                        $"{(isOwn ? "The company" : $"{name}, which is linked to the company,")} is in a collective procedure{(flag is string kind ? $": {kind}" : string.Empty)}.",
                        $"{(isOwn ? "La société" : $"{name}, liée à la société,")} fait l'objet d'une procédure collective{(flag is string nature ? $" : {nature}" : string.Empty)}."),
                    subject: isOwn ? null : name);
            }
        }
    }

    /// <returns>The procedure in the words of the source; null if the item is not about one.</returns>
    internal static string? Describe(FieldMap fields, Wording wording)
    {
        string[] texts = [.. TextFields.Select(name => fields.Text(name)).OfType<string>()];
        string? procedure = fields.Text("judgment_description", "judgment_nature", "judgment_family") ?? (Words.IsMatch(TextKey.From(string.Join(" ", texts))) ? texts[0] : null);
        string? date = fields.Text("judgment_date", "date")?.Split(' ')[0];
        return procedure is null || date is null ? procedure : $"{procedure} ({wording.Text(date)})";
    }
}
