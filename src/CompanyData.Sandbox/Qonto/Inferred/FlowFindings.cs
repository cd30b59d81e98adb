using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qonto.Inferred;

/// <summary>
/// What makes a registration's flow manual, as entries of its <c>breakdown</c>. That missing documents do is [docs], and so is
/// which ones a new company needs; which missing fields do, and all codes, is [inferred].
/// </summary>
internal static class FlowFindings
{
    private const string MissingField = "missing_field";
    private const string MissingFile = "missing_file";
    private static readonly string[] NeededOfOwner = ["first_name", "last_name", "birth_date", "nationality", "residence_address"];
    private static readonly string[] NeededOfNewCompany = ["legal_name", "legal_form", "address", "total_capital_amount"];

    /// <summary>Documents that a new company uploads before its owner is redirected. [docs]</summary>
    private static readonly string[] NeededFiles = ["organization-by-laws", "stakeholder-proof-of-identity"];

    /// <summary>What is missing in the body of a registration.</summary>
    public static IEnumerable<QontoError> OfBody(JsonElement body)
    {
        var isNew = body.Text("legal_flow") == QontoTerms.CompanyCreation;
        var organization = body.Find("organization");
        foreach (var name in isNew ? NeededOfNewCompany : ["legal_number"])
        {
            if (organization?.Find(name) is null)
            {
                yield return new(MissingField, $"The organization's {name} is missing.", $"/organization/{name}");
            }
        }

        if (body.Find("stakeholders") is not { } stakeholders || stakeholders.GetArrayLength() == 0)
        {
            if (isNew)
            {
                yield return new(MissingField, "The stakeholders are missing.", "/stakeholders");
            }

            yield break;
        }

        for (var i = 0; i < stakeholders.GetArrayLength(); i++)
        {
            if (stakeholders[i].Flag("is_owner") is not true)
            {
                continue;
            }

            foreach (var name in NeededOfOwner.Where(name => stakeholders[i].Find(name) is null))
            {
                yield return new(MissingField, $"The owner's {name} is missing.", $"/stakeholders/{i}/{name}");
            }
        }
    }

    /// <summary>What is missing when the owner is redirected.</summary>
    public static IEnumerable<QontoError> OfFiles(string legalFlow, IReadOnlyList<QontoFile> files) =>
        legalFlow != QontoTerms.CompanyCreation
            ? []
            : NeededFiles
                .Where(type => files.All(file => file.FileType != type))
                .Select(type => new QontoError(MissingFile, $"No {type} was uploaded before the owner was redirected."));
}
