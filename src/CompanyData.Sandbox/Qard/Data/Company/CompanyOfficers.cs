using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>One to five officers. [docs]</summary>
internal static class CompanyOfficers
{
    private static readonly string[] FirstRoles = ["Président", "Gérant", "Président du conseil d'administration"];
    private static readonly string[] OtherRoles = ["Directeur général", "Administrateur", "Directeur général délégué"];
    private const int Replacement = 1000;
    private const int Addition = 100;
    private const string Auditor = "Commissaire aux comptes titulaire";

    public static Rows Rows(DataSource source) => Http.Rows.From(List(source), (json, officer) => Write(json, source, officer));

    /// <summary>Who they are, for checks.</summary>
    public static IEnumerable<SandboxPerson> People(DataSource source) => SandboxPerson.From(Rows(source));

    private static List<CompanyOfficer> List(DataSource source)
    {
        var random = source.Random("officers");
        List<CompanyOfficer> officers = [new(Replacement * source.Count(CompanyEvent.OfficerReplaced), random.Pick(FirstRoles), IsCompany: random.Next(6) == 0, IsAuditor: false)];
        for (var i = random.Next(0, 4); i > 0; i--)
        {
            var isAuditor = random.Next(4) == 0;
            officers.Add(new(officers.Count, isAuditor ? Auditor : random.Pick(OtherRoles), isAuditor || random.Next(5) == 0, isAuditor));
        }

        for (var i = 1; i <= source.Count(CompanyEvent.OfficerAdded); i++)
        {
            officers.Add(new(Addition + i, OtherRoles[i % OtherRoles.Length], IsCompany: false, IsAuditor: false));
        }

        if (source.Count(CompanyEvent.Renumbered) % 2 != 0)
        {
            officers.Reverse();
        }

        if (source.Query["exclude_auditors"] is "1" or "true")
        {
            officers.RemoveAll(officer => officer.IsAuditor);
        }

        return officers;
    }

    private static void Write(Utf8JsonWriter json, DataSource source, CompanyOfficer officer)
    {
        var random = source.Random("officer", officer.Number);
        json.WriteStartObject();
        json.WriteString("id", source.Id("officer", officer.Number + (100_000 * source.Count(CompanyEvent.Renumbered))));
        json.WriteString("type", officer.IsCompany ? QardDefaults.CompanyType : QardDefaults.PersonType);
        WritePerson(json, source, random, !officer.IsCompany);
        json.WriteString("name", officer.IsCompany ? Fiction.CompanyName(random) : null);
        json.WriteString("siren", officer.IsCompany ? Fiction.Siren(random) : null);
        Fiction.WriteAddress(json, "address", random);
        WriteRole(json, officer.Role, random.Date(2015, 2023));
        WriteCompanies(json, random);
        json.WriteEndObject();
    }

    private static void WritePerson(Utf8JsonWriter json, DataSource source, DeterministicRandom random, bool isPerson)
    {
        var lastName = source.Written(random.Pick(Fiction.LastNames));
        json.WriteString("last_name", isPerson ? lastName : null);
        json.WriteString("patronym", isPerson ? lastName : null);
        json.WriteString("first_name", isPerson ? random.Pick(Fiction.FirstNames) : null);
        json.WriteString("birth_date", isPerson ? $"{random.Next(1950, 1999)}-{random.Next(1, 12):D2}-{random.Next(1, 28):D2}" : null);
        json.WriteString("birth_city", isPerson ? random.Pick(Fiction.Cities) : null);
        json.WriteString("birth_postal_code", isPerson ? $"{random.Next(1, 95):D2}000" : null);
        json.WriteString("birth_country", isPerson ? "FR" : null);
        json.WriteString("nationality", isPerson ? "FR" : null);
    }

    private static void WriteRole(Utf8JsonWriter json, string role, DateTime start)
    {
        json.WriteStartArray("roles");
        json.WriteStartObject();
        json.WriteString("name", role);
        json.WriteDate("start_date", start);
        json.WriteNull("end_date");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteCompanies(Utf8JsonWriter json, DeterministicRandom random)
    {
        json.WriteStartArray("companies");
        for (var i = random.Next(0, 2); i > 0; i--)
        {
            json.WriteStartObject();
            json.WriteString("name", Fiction.CompanyName(random));
            json.WriteString("siren", Fiction.Siren(random));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
