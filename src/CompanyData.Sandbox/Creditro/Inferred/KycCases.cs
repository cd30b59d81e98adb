using System.Globalization;
using System.Text.Json;
using CompanyData.Sandbox.Generation;

namespace CompanyData.Sandbox.Creditro.Inferred;

/// <summary>
/// KYC cases. No document shows a single field of one: every name and value here is [inferred]. Most companies have the eight
/// digits of a Danish number, each fourth one the nine of a French one. Some of the French ones are companies of
/// <c>examples/companies.csv</c>, so that cases can be joined with dossiers; no real company has any of the other numbers.
/// </summary>
internal sealed class KycCases(int seed, string customer)
{
    private static readonly string[] Statuses = ["APPROVED", "PENDING", "IN_REVIEW", "REJECTED", "EXPIRED"];
    private static readonly string[] Risks = ["LOW", "MEDIUM", "HIGH"];
    private static readonly string[] Forms = ["ApS", "A/S", "I/S", "IVS"];

    /// <summary>Companies of examples/companies.csv; what a case says of them is as invented as the rest.</summary>
    private static readonly (string Name, string Siren)[] ExampleCompanies =
    [
        ("AIRBUS", "383474814"),
        ("CARREFOUR HYPERMARCHES", "451321335"),
        ("DANONE", "552032534"),
        ("L'OREAL", "632012100"),
        ("ORANGE", "380129866"),
    ];

    private static readonly string[] CalmStatuses = ["APPROVED", "PENDING", "IN_REVIEW"];
    private static readonly string[] CalmRisks = ["LOW", "MEDIUM"];
    private static readonly string[] Roles = ["DIRECTOR", "BENEFICIAL_OWNER", "BOARD_MEMBER"];

    public void Write(Utf8JsonWriter json, int index)
    {
        var random = RandomOf(index);
        var isFrench = index % 4 == 3;
        (string Name, string Siren)? example = isFrench && index / 8 < ExampleCompanies.Length && index % 8 == 7 ? ExampleCompanies[index / 8] : null;
        var opened = DateOf(random);
        var isOpen = random.Next(2) == 0;
        json.WriteStartObject();
        json.WriteString("id", IdOf(index));
        json.WriteString("name", example?.Name ?? (isFrench
            ? Fiction.CompanyName(random)
            : $"{random.Pick(Fiction.LastNames)} {random.Pick(Fiction.Trades)} {random.Pick(Forms)}"));
        json.WriteString("companyNumber", example?.Siren ?? (isFrench ? Fiction.Siren(random) : $"00{random.Digits(6)}"));
        json.WriteString("country", isFrench ? "FR" : "DK");
        json.WriteString("status", random.Pick(example is null ? Statuses : CalmStatuses));
        json.WriteString("risk", random.Pick(example is null ? Risks : CalmRisks));
        json.WriteNumber("riskScore", random.Next(0, 100));
        json.WriteString("createdAt", Text(opened));
        json.WriteString("updatedAt", Text(opened.AddDays(random.Next(0, 20)).AddMinutes(random.Next(0, 600))));
        json.WriteString("nextReviewDate", opened.AddYears(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (isOpen)
        {
            json.WriteNull("closedAt");
        }
        else
        {
            json.WriteString("closedAt", Text(opened.AddDays(25)));
        }

        WriteContact(json, index, random);
        WritePersons(json, random);
        json.WriteStartObject("checks");
        json.WriteBoolean("pep", random.Next(8) == 0 && example is null);
        json.WriteBoolean("sanctions", false);
        json.WriteNull("adverseMedia");
        json.WriteEndObject();
        json.WriteStartArray("tags");
        json.WriteStringValue("SANDBOX");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The same fields under other names and with other types, to test what a reader depends on.</summary>
    public void WriteStrange(Utf8JsonWriter json, int index)
    {
        var random = RandomOf(index);
        switch (index % 4)
        {
            case 0:
                json.WriteStartObject();
                json.WriteNumber("id", index + 1);
                json.WriteString("title", Fiction.CompanyName(random));
                json.WriteNumber("cvr", 10_000_000 + random.Next(1_000_000));
                json.WriteString("state", "AWAITING_MOON");
                json.WriteString("riskLevel", "PURPLE");
                json.WriteNumber("created", DateOf(random).ToUnixTimeMilliseconds());
                json.WriteEndObject();
                break;
            case 1:
                json.WriteStartObject();
                json.WriteString("_id", IdOf(index));
                json.WriteStartObject("company");
                json.WriteString("name", Fiction.CompanyName(random));
                json.WriteString("vatNumber", $"DK00{random.Digits(6)}");
                json.WriteEndObject();
                json.WriteStartObject("status");
                json.WriteNumber("code", 4);
                json.WriteString("label", "Afventer");
                json.WriteEndObject();
                json.WriteStartArray("risk");
                json.WriteStringValue("GEOGRAPHY");
                json.WriteStringValue("INDUSTRY");
                json.WriteEndArray();
                json.WriteString("createdAt", "yesterday");
                json.WriteEndObject();
                break;
            case 2:
                json.WriteStartObject();
                foreach (var name in new[] { "id", "name", "companyNumber", "status", "risk", "createdAt" })
                {
                    json.WriteNull(name);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteStartObject();
                json.WriteEndObject();
                break;
        }
    }

    private static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset DateOf(DeterministicRandom random) =>
        new DateTimeOffset(random.Date(2023, 2024), TimeSpan.Zero).AddMinutes(random.Next(480, 1020));

    private static void WriteContact(Utf8JsonWriter json, int index, DeterministicRandom random)
    {
        json.WriteStartObject("contact");
        json.WriteString("name", $"{random.Pick(Fiction.FirstNames)} {random.Pick(Fiction.LastNames)}");
        json.WriteString("email", $"case{index}@example.test");
        json.WriteNull("phone");
        json.WriteEndObject();
    }

    private static void WritePersons(Utf8JsonWriter json, DeterministicRandom random)
    {
        json.WriteStartArray("persons");
        for (var i = random.Next(0, 2); i >= 0; i--)
        {
            json.WriteStartObject();
            json.WriteString("name", $"{random.Pick(Fiction.FirstNames)} {random.Pick(Fiction.LastNames)}");
            json.WriteString("role", random.Pick(Roles));
            json.WriteNumber("ownership", random.Next(0, 100));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private Guid IdOf(int index) => Hash.Id(seed, $"kyc case of {customer}", index);

    private DeterministicRandom RandomOf(int index) => new(Hash.Compute(seed, $"kyc case of {customer}", index));
}
