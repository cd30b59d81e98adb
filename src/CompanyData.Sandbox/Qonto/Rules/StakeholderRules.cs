using CompanyData.Sandbox.Qonto.Inferred;

namespace CompanyData.Sandbox.Qonto.Rules;

/// <summary>
/// The rules of a stakeholder. [seed] A freelancer has no capital to share: "specific schemas are used with adapted
/// requirements" [seed], that this is one of them is [inferred].
/// </summary>
internal static class StakeholderRules
{
    public static void Check(CheckedObject stakeholder, bool isOwner, bool isFreelancer, DateTimeOffset now)
    {
        stakeholder.Text("first_name");
        stakeholder.Text("last_name");
        stakeholder.Require("email");
        stakeholder.TextLike("email", Formats.Email, "an e-mail address");
        stakeholder.TextIn("gender", QontoTerms.Genders);
        if (isOwner)
        {
            stakeholder.Require("phone_number");
        }

        stakeholder.TextLike("phone_number", Formats.Phone, "+ or 00, a country code and a national number");
        stakeholder.Country("nationality");
        CheckBirth(stakeholder, now);
        OrganizationRules.CheckAddress(stakeholder, "residence_address");
        CheckCapital(stakeholder, isFreelancer);
        CheckLegalEntities(stakeholder);
    }

    /// <summary>"Between today and 150 years ago"; the postal code is "required to have a value only if country=FR". [seed]</summary>
    private static void CheckBirth(CheckedObject stakeholder, DateTimeOffset now)
    {
        if (stakeholder.Date("birth_date") is { } date && (date > now || date < now.AddYears(-QontoDefaults.OldestYears)))
        {
            stakeholder.Add(QontoCodes.OutOfRange, "birth_date must lie between today and 150 years ago.", "birth_date");
        }

        if (OrganizationRules.CheckAddress(stakeholder, "birth_address") == QontoTerms.France)
        {
            stakeholder.Object("birth_address")!.Require("postal_code");
        }
    }

    /// <summary>
    /// Never null; 0 only for one who is a legal representative and no physical shareholder, with legal entities then. [seed]
    /// </summary>
    private static void CheckCapital(CheckedObject stakeholder, bool isFreelancer)
    {
        var isPhysical = stakeholder.TextIn("shareholding_type", [QontoTerms.Physical]) is not null;
        if (!isFreelancer)
        {
            stakeholder.Require("capital_amount");
        }

        if (stakeholder.Money("capital_amount") is not { } amount || isFreelancer || !Formats.IsZero(amount))
        {
            return;
        }

        if (isPhysical)
        {
            stakeholder.Add(QontoCodes.Invalid, "A physical shareholder's capital_amount is not 0.", "capital_amount/value");
        }
        else if (stakeholder.List("legal_entities") is null or { Count: 0 })
        {
            stakeholder.Add(QontoCodes.Required, "Who has no capital represents legal entities.", "legal_entities");
        }
    }

    /// <summary>The example writes an amount as text here, and the number of the entity as a number. [seed]</summary>
    private static void CheckLegalEntities(CheckedObject stakeholder)
    {
        foreach (var entity in stakeholder.List("legal_entities") ?? [])
        {
            entity.Text("legal_name");
            entity.Country("legal_country");
            var isMoney = entity.IsObject("capital_amount");
            var amount = isMoney ? entity.Money("capital_amount") : entity.Amount("capital_amount");
            if (amount is not null && Formats.IsZero(amount))
            {
                entity.Add(
                    QontoCodes.Invalid, "A legal entity's capital_amount is not 0.", isMoney ? "capital_amount/value" : "capital_amount");
            }
        }
    }
}
