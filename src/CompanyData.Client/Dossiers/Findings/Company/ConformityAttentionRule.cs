using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>A conformity check (sanctions, politically exposed persons, adverse media) of the company or a person has a hit.</summary>
internal sealed class ConformityAttentionRule : FindingRule
{
    public override string Code => "ConformityAttention";

    public override IEnumerable<DossierFinding> Find(FindingContext context)
    {
        foreach ((FieldMap fields, string evidence) in context.Records("CONFORMITY_CHECK").Where(record => IsAttention(record.Fields)))
        {
            string subject = Subject(context, fields) ?? context.Dossier.CompanyName;
            string issues = string.Join(", ", fields.Texts("issues").Concat(fields.Maps("tags").Select(tag => tag.Text("title", "type")).OfType<string>()));
            string outcome = context.Wording.Value("Outcome", fields.Text("outcome")!);
            string why = issues.Length == 0 ? string.Empty : $" {issues}";
            yield return Create(
                context,
                SeverityLevel.Critical,
                evidence,
                context.Wording.Say($"The conformity check of {subject} needs attention:{why} ({outcome}).", $"Le contrôle de conformité de {subject} appelle un examen :{why} ({outcome})."),
                subject,
                fields.Text("file_id") is { } file ? context.Wording.Say($"Read the report: Save-QardFile {file}", $"Lire le rapport : Save-QardFile {file}") : null);
        }
    }

    internal static bool IsAttention(FieldMap fields) => fields.Text("outcome") is { } outcome && TextKey.From(outcome) is not "CLEAR";

    /// <summary>Finds the person in the dossier by id, otherwise uses the name in the result.</summary>
    private static string? Subject(FindingContext context, FieldMap fields)
    {
        string? id = fields.Text("officer_id", "beneficial_owner_id");
        QardUserData? person = id is null ? null : context.Dossier.Officers.Find(officer => officer.Id == id) ?? (QardUserData?)context.Dossier.BeneficialOwners.Find(owner => owner.Id == id);
        string name = $"{fields.Text("first_name")} {fields.Text("last_name")}".Trim();
        return person is not null ? PersonRecord.From(person).Name : name.Length > 0 ? name : fields.Text("name");
    }
}
