using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>
/// Checks of the company and, where the provider's settings say so, of its officers and owners. [docs] for the fields and settings,
/// [inferred] for what makes a hit.
/// </summary>
internal static class ConformityChecks
{
    public const string OfficersCheck = "officers_check";
    public const string OwnersCheck = "beneficial_owners_check";
    public const string NodesCheck = "background_check_nodes_check";

    private const string CompanyTopic = "conformity check";

    public static Rows Rows(DataSource source)
    {
        List<Action<Utf8JsonWriter>> checks = [json => WriteCompany(json, source)];
        if (source.HasSetting(OfficersCheck))
        {
            checks.AddRange(CompanyOfficers.People(source.OfRegister).Select((person, index) =>
                new Action<Utf8JsonWriter>(json => WritePerson(json, source, "officer_id", person, source.User.Part.HasConformityHit && index == 0))));
        }

        if (source.HasSetting(OwnersCheck))
        {
            checks.AddRange(BeneficialOwners.People(source.OfRegister).Select(person =>
                new Action<Utf8JsonWriter>(json => WritePerson(json, source, "beneficial_owner_id", person, isHit: false))));
        }

        return Http.Rows.From(checks, (json, write) => write(json));
    }

    private static void WriteCompany(Utf8JsonWriter json, DataSource source)
    {
        var isClear = source.Random(CompanyTopic).Next(4) != 0 && !source.Has(CompanyEvent.ConformityAttention);
        json.WriteStartObject();
        json.WriteString("id", source.Id(CompanyTopic));
        WriteOutcome(json, isClear, "adverse_media", "Article de presse fictif");
        json.WriteString("name", source.User.Name);
        json.WriteString("registration_number", source.User.Siren);
        json.WriteString("profile_id", source.Id("profile"));
        WriteEnd(json, source.FileId(CompanyTopic));
    }

    private static void WritePerson(Utf8JsonWriter json, DataSource source, string tie, SandboxPerson person, bool isHit)
    {
        json.WriteStartObject();
        json.WriteString("id", Hash.Id(0, $"{CompanyTopic} {person.Id:D}"));
        WriteOutcome(json, !isHit, "pep", "Personne politiquement exposée (fictive)");
        json.WriteString("first_name", person.FirstName);
        json.WriteString("last_name", person.LastName);
        json.WriteString("birth_date", person.BirthDate);
        json.WriteString("name", person.Name);
        json.WriteString(tie, person.Id);
        WriteEnd(json, source.FileId($"{CompanyTopic} {person.Id:D}"));
    }

    private static void WriteOutcome(Utf8JsonWriter json, bool isClear, string type, string title)
    {
        json.WriteString("outcome", isClear ? "CLEAR" : "ATTENTION");
        json.WriteList("issues", isClear ? [] : [title]);
        json.WriteStartArray("tags");
        if (!isClear)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("url", $"{SandboxOptions.Origin}lists/{type}");
            json.WriteString("title", title);
            json.WriteString("description", "Un signalement que le bac à sable invente.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEnd(Utf8JsonWriter json, Guid file)
    {
        json.WriteString("file_id", file);
        json.WriteString("source_created_at", "2024-12-01 09:00:00");
        json.WriteString("source_updated_at", "2024-12-01 09:00:30");
        json.WriteEndObject();
    }
}
