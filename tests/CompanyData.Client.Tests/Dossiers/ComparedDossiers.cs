using System.Text.Json;
using CompanyData.Client.Tests.Support;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Json;
using CompanyData.Qard;
using Fixtures = CompanyData.Client.Tests.Reports.Dossiers;

namespace CompanyData.Client.Tests.Dossiers;

/// <summary>Dossiers for the comparison, made of the JSON of their parts.</summary>
internal static class ComparedDossiers
{
    public static IReadOnlyList<DossierChange> Compare(CompanyDossier old, CompanyDossier @new) => DossierComparison.Compare(old, @new, Fixtures.Review);

    public static CompanyDossier Create(QardCompanyProfile profile, IEnumerable<string> officers, IEnumerable<string> owners, IEnumerable<string> decisions, int[] states)
    {
        CompanyDossier dossier = Fixtures.From("Exemple", "COURT_DECISION");
        Add(0, QardDataType.CompanyProfile, [profile]);
        Add(1, QardDataType.CompanyOfficer, [.. officers.Select(json => JsonSerializer.Deserialize(json, QardJsonContext.Default.QardCompanyOfficer)!)]);
        Add(2, QardDataType.BeneficialOwner, [.. owners.Select(json => Lenient.Read(json, QardJsonContext.Default.QardBeneficialOwner))]);
        Add(3, "COURT_DECISION", [.. decisions.Select(json => JsonSerializer.Deserialize(json, QardJsonContext.Default.QardRecord)!)]);
        return dossier;

        // 0: not collected; 1: collected in part; else whole.
        void Add(int which, string type, IReadOnlyList<QardUserData> items)
        {
            if (states[which] > 0)
            {
                dossier.Add(type, items);
            }

            if (states[which] < 2)
            {
                dossier.Fail(type, "it failed", null, "FETCH_ERROR");
            }
        }
    }

    public static CompanyDossier People(params string[] owners) => Create(Fixtures.Profile(), [], owners, [], [2, 2, 2, 2]);

    public static string Person(string id, string firstName, string lastName, string? birthDate, decimal shares) => JsonSerializer.Serialize(new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["id"] = id,
        ["first_name"] = firstName,
        ["last_name"] = lastName,
        ["birth_date"] = birthDate,
        ["shares_percentage"] = shares,
    });
}
