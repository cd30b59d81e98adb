using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>The company profile, with every field that is published. [docs]</summary>
internal static class CompanyProfile
{
    private static readonly (string Code, string Name)[] Activities =
    [
        ("62.01Z", "Programmation informatique"),
        ("47.91B", "Vente à distance sur catalogue spécialisé"),
        ("56.10A", "Restauration traditionnelle"),
        ("70.22Z", "Conseil pour les affaires et autres conseils de gestion"),
        ("43.21A", "Travaux d'installation électrique dans tous locaux"),
    ];

    private static readonly string[] Forms =
        ["SAS, société par actions simplifiée", "SARL, société à responsabilité limitée", "SA à conseil d'administration"];

    private static readonly string[] Categories = ["PME", "ETI", "GE"];
    private static readonly string[] Staffs = ["1 ou 2 salariés", "3 à 5 salariés", "10 à 19 salariés", "50 à 99 salariés"];

    /// <summary>Without a siren there is no register to read.</summary>
    public static Rows Rows(DataSource source) => source.User.Siren is null || source.User.Part.HasNoProfile
        ? Http.Rows.None
        : new Rows(1, (json, _) => Write(json, source, source.Random("profile")));

    private static void Write(Utf8JsonWriter json, DataSource source, DeterministicRandom random)
    {
        var user = source.User;
        var registered = random.Date(1990, 2022);
        var (code, activity) = random.Pick(Activities);
        json.WriteStartObject();
        json.WriteString("name", source.Written(user.Name));
        json.WriteString("acronym_name", $"{random.Pick(Fiction.LastNames)[0]}{random.Pick(Fiction.LastNames)[0]}X");
        json.WriteList("business_names", [$"{random.Pick(Fiction.Trades)} {random.Pick(Fiction.LastNames)}"]);
        json.WriteList("commercial_names", [random.Pick(Fiction.Trades), random.Pick(Fiction.LastNames)]);
        json.WriteString("registration_number", user.Siren);
        json.WriteString("vat_number", VatNumber(user.Siren!));
        json.WriteDate("registration_date", registered);
        json.WriteNull("insee_closing_date");
        json.WriteDate("rncs_registration_date", registered.AddDays(random.Next(1, 20)));
        if (source.Has(CompanyEvent.CompanyClosed))
        {
            json.WriteDate("rncs_closing_date", source.Random("closing").Date(2024, 2025));
        }
        else
        {
            json.WriteNull("rncs_closing_date");
        }

        json.WriteString("registration_court", $"Greffe de {random.Pick(Fiction.Cities)}");
        WriteActivity(json, code, activity);
        json.WriteString("business_category", random.Pick(Categories));
        json.WriteString("staff", random.Pick(Staffs));
        json.WriteNumber("staff_year", random.Next(2019, 2023));
        json.WriteStartObject("capital");
        json.WriteMoney("amount", (random.Next(1, 500) + source.Count(CompanyEvent.CapitalChanged)) * 1000m);
        json.WriteEndObject();
        json.WriteStartObject("legal");
        json.WriteString("form", random.Pick(Forms));
        json.WriteEndObject();
        json.WriteStartObject("headquarter");
        Fiction.WriteAddress(json, "address", source.Count(CompanyEvent.SeatMoved) is > 0 and var moves ? source.Random("seat", moves) : random);
        json.WriteEndObject();
        user.Part.WriteUnknownFields(json);
        json.WriteEndObject();
    }

    private static void WriteActivity(Utf8JsonWriter json, string code, string name)
    {
        json.WriteStartObject("activity");
        json.WriteString("ape_code", code);
        json.WriteString("ape_name", name);
        json.WriteString("description", $"{name}, et toutes activités connexes.");
        json.WriteEndObject();
    }

    /// <summary>The French VAT number; null for registers with other numbers.</summary>
    private static string? VatNumber(string siren) =>
        siren.Length == 9 && long.TryParse(siren, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? $"FR{(12 + (3 * (number % 97))) % 97:D2}{siren}"
            : null;
}
