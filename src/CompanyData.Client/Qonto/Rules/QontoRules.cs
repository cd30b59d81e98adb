using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>
/// All rules that can be checked before a registration is sent. Source: the seed, collected in qonto.md ("Rules that can be checked
/// before anything is sent"). Supported countries are not published, so only the service can check them.
/// </summary>
/// <param name="today">Current date, for birth dates.</param>
/// <param name="names">Names of the OAuth fields.</param>
public sealed class QontoRules(DateTime today, QontoOAuthNames names)
{
    internal const string CompanyCreation = "company_creation";

    /// <summary>The flow of a company that is registered already.</summary>
    public const string ExistingCompany = "existing_company";

    /// <summary>The flows that are documented by name; a third exists whose name is not published, so the list is open.</summary>
    public static readonly IReadOnlyList<string> LegalFlows = [ExistingCompany, CompanyCreation];

    private static readonly string[] Locales = ["en", "fr", "it", "de", "es", "pt"];
    private static readonly string[] EntityTypes = ["freelancer", "company"];
    private static readonly string[] FrenchForms = ["SAS", "SASU", "SARL", "EURL", "SELARL", "SNC", "SCI", "Autre société civile"];

    /// <summary>Checks a registration.</summary>
    /// <returns>One finding per violation; empty if there is none.</returns>
    public IReadOnlyList<QontoFinding> Check(JsonObject registration)
    {
        List<QontoFinding> findings = [];
        RuleScope root = new(registration, string.Empty, findings);
        root["legal_flow"].Require("legal-flow-required", "the legal flow");
        CheckFlow(root["legal_flow"]);
        root["locale"].OneOf("locale-known", Locales);
        CheckRedirect(root["partner_redirect_url"]);
        CheckPartnerUser(root["partner_user"]);
        CheckOrganization(root["organization"], root["legal_flow"].Text);
        new QontoStakeholderRules(today).Check(root["stakeholders"]);
        CheckOAuth(root[names.Parent]);
        new QontoFieldRules(names).Check(root);
        CheckText(root);
        return findings;
    }

    private static void CheckText(RuleScope scope)
    {
        if (LostCharacters.AreIn(scope.Text))
        {
            scope.Report("text-complete", $"'{scope.Text}' has lost characters: it contains U+FFFD", "Read the file with its own encoding, or save it as UTF-8.");
        }

        foreach (RuleScope inner in (scope.Object?.Select(field => scope[field.Key]) ?? []).Concat(scope.Items))
        {
            CheckText(inner);
        }
    }

    /// <summary>Only a documented flow that is written otherwise is wrong for certain.</summary>
    private static void CheckFlow(RuleScope flow)
    {
        string? meant = LegalFlows.FirstOrDefault(known => known != flow.Text && Letters(known) == Letters(flow.Text));
        if (meant is not null)
        {
            flow.Report("legal-flow-known", $"'{flow.Text}' is written '{meant}'", $"Use one of: {string.Join(", ", LegalFlows)}.");
        }
    }

    private static string Letters(string? text) => new([.. (text ?? string.Empty).Where(char.IsLetter).Select(char.ToLowerInvariant)]);

    private static void CheckRedirect(RuleScope url)
    {
        if (url.IsPresent && !(Uri.TryCreate(url.Text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http"))
        {
            url.Report("redirect-url-absolute", $"'{url.Text}' is not a web address", "Give an absolute https address; for embedded applications only.");
        }
    }

    private static void CheckPartnerUser(RuleScope user)
    {
        user["first_name"].Require("partner-user-complete", "the partner user's first name");
        user["last_name"].Require("partner-user-complete", "the partner user's last name");
        user["email"].Require("partner-user-complete", "the partner user's e-mail");
        QontoFormats.CheckEmail(user["email"]);
    }

    private static void CheckOrganization(RuleScope organization, string? flow)
    {
        if (organization.Object is null)
        {
            organization.Report("organization-required", "the organization is missing", "Give the organization; an existing company needs at least its legal number.");
            return;
        }

        string? country = organization["address"]["country"].Text;
        organization["entity_type"].OneOf("entity-type-known", EntityTypes);
        QontoFormats.CheckCountry(organization["address"]["country"]);
        if ((country is null or "FR") && (organization["entity_type"].Text is null or "company"))
        {
            organization["legal_form"].OneOf("legal-form-known", FrenchForms);
        }

        CheckVatNumber(organization["legal_vat_number"], flow, country);
        QontoFormats.CheckAmount(organization["total_capital_amount"]);
        QontoFormats.CheckDate(organization["legal_registration_date"]);
        if (flow == ExistingCompany)
        {
            organization["legal_number"].Require("legal-number-required", "the company's legal number");
        }
    }

    private static void CheckVatNumber(RuleScope vat, string? flow, string? country)
    {
        if (vat.Text is not { } number)
        {
            return;
        }

        if (flow == CompanyCreation)
        {
            vat.Report("vat-existing-company-only", "a VAT number is only allowed for an existing company", "Remove it, or use the flow existing_company.");
        }
        else if (country == "DE" && !Regex.IsMatch(number, "\\ADE[0-9]{9}\\z", RegexOptions.CultureInvariant, QontoFormats.Limit))
        {
            vat.Report("vat-german-form", $"'{number}' is not a German VAT number", "Write DE and nine digits.");
        }
    }

    /// <summary>"All other fields are mandatory if this is true" [seed].</summary>
    private void CheckOAuth(RuleScope oauth)
    {
        if (oauth[names.Enabled].IsTrue)
        {
            foreach (string field in (string[])[names.ClientId, names.Scopes, names.State, names.RedirectUri])
            {
                oauth[field].Require("oauth-complete", $"the OAuth field '{field}'");
            }
        }
    }
}
