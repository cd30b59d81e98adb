using System.Text.Json;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Data;

namespace CompanyData.Sandbox.Qard.Inferred;

/// <summary>One to four beneficial owners. That the list exists is [seed]; every field of it is [inferred].</summary>
internal static class BeneficialOwners
{
    private const int LeastShare = 26;
    private const int ShareAfterRise = 40;
    private const int ShareAfterFall = 20;

    public static Rows Rows(DataSource source)
    {
        var count = source.Random("owners").Next(1, 4);
        var isReversed = source.Count(CompanyEvent.Renumbered) % 2 != 0;
        return new Rows(count, (json, index) => Write(json, source, isReversed ? count - 1 - index : index, count));
    }

    /// <summary>Who they are, for checks.</summary>
    public static IEnumerable<SandboxPerson> People(DataSource source) => SandboxPerson.From(Rows(source));

    private static void Write(Utf8JsonWriter json, DataSource source, int index, int count)
    {
        var random = source.Random("owner", index);
        var share = count == 1 ? random.Next(LeastShare, 100) : 100 / count;
        if (index == 0 && source.Count(CompanyEvent.OwnerCrossedThreshold) % 2 != 0)
        {
            share = share < LeastShare ? ShareAfterRise : ShareAfterFall;
        }

        json.WriteStartObject();
        json.WriteString("id", source.Id("owner", index + (100_000 * source.Count(CompanyEvent.Renumbered))));
        json.WriteString("type", QardDefaults.PersonType);
        json.WriteString("first_name", random.Pick(Fiction.FirstNames));
        json.WriteString("last_name", source.Written(random.Pick(Fiction.LastNames)));
        json.WriteDate("birth_date", random.Date(1950, 1999));
        json.WriteString("birth_city", random.Pick(Fiction.Cities));
        json.WriteString("birth_country", "FR");
        json.WriteString("nationality", "FR");
        Fiction.WriteAddress(json, "address", random);
        json.WriteNumber("shares_percentage", share);
        json.WriteNumber("voting_rights_percentage", share - 0.5m);
        json.WriteDate("start_date", random.Date(2017, 2023));
        json.WriteEndObject();
    }
}
