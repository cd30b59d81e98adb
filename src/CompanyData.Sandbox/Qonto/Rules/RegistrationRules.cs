using System.Text.Json;
using CompanyData.Sandbox.Qonto.Inferred;

namespace CompanyData.Sandbox.Qonto.Rules;

/// <summary>
/// The rules of a registration, each with its own error entry. They are [seed], but that
/// <c>legal_flow</c> and the partner user's e-mail are required, and that a redirect URL is absolute, is [inferred].
/// </summary>
internal static class RegistrationRules
{
    public static List<QontoError> Check(JsonElement body, DateTimeOffset now)
    {
        List<QontoError> findings = [];
        var registration = new CheckedObject(body, "", findings);
        registration.Require("legal_flow");
        var flow = registration.TextLike("legal_flow", Formats.LegalFlow, "the name of a flow");
        registration.TextIn("locale", QontoTerms.Locales);
        if (registration.Text("partner_redirect_url") is { } url
            && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            registration.Add(QontoCodes.InvalidFormat, "partner_redirect_url must be an absolute web address.", "partner_redirect_url");
        }

        CheckPartnerUser(registration);
        var organization = registration.Object("organization");
        if (organization is not null)
        {
            OrganizationRules.Check(organization, flow);
        }

        CheckStakeholders(registration, organization?.Text("entity_type") == QontoTerms.Freelancer, now);
        findings.AddRange(OAuthRule.Check(body));
        return findings;
    }

    private static void CheckPartnerUser(CheckedObject registration)
    {
        registration.Require("partner_user");
        if (registration.Object("partner_user") is not { } user)
        {
            return;
        }

        user.Text("first_name");
        user.Text("last_name");
        user.Require("email");
        user.TextLike("email", Formats.Email, "an e-mail address");
    }

    /// <summary>"An organization can have exactly one owner." [seed]</summary>
    private static void CheckStakeholders(CheckedObject registration, bool isFreelancer, DateTimeOffset now)
    {
        if (registration.List("stakeholders") is not { Count: > 0 } stakeholders)
        {
            return;
        }

        var owners = 0;
        foreach (var stakeholder in stakeholders)
        {
            var isOwner = stakeholder.Flag("is_owner") is true;
            owners += isOwner ? 1 : 0;
            StakeholderRules.Check(stakeholder, isOwner, isFreelancer, now);
        }

        if (owners != 1)
        {
            registration.Add(QontoCodes.Invalid, $"Exactly one stakeholder is the owner, not {owners}.", "stakeholders");
        }
    }
}
