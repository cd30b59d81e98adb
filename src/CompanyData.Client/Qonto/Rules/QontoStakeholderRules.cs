using System.Text.RegularExpressions;

namespace CompanyData.Qonto;

/// <summary>Rules for stakeholders. Source: the seed; qonto.md.</summary>
internal sealed class QontoStakeholderRules(DateTime today)
{
    /// <summary>Maximum plausible age in years [seed].</summary>
    private const int MaxAge = 150;

    private static readonly string[] Genders = ["male", "female", "other"];

    public void Check(RuleScope stakeholders)
    {
        if (!stakeholders.IsPresent)
        {
            return;
        }

        RuleScope[] all = [.. stakeholders.Items];
        int owners = all.Count(stakeholder => stakeholder["is_owner"].IsTrue);
        if (owners != 1)
        {
            stakeholders.Report(
                "exactly-one-owner", owners == 0 ? "no stakeholder is marked as owner" : $"{owners} stakeholders are marked as owner", "Mark exactly one stakeholder as owner.");
        }

        foreach (RuleScope stakeholder in all)
        {
            CheckPerson(stakeholder);
            CheckCapital(stakeholder);
            CheckBirth(stakeholder);
        }
    }

    private static void CheckPerson(RuleScope stakeholder)
    {
        stakeholder["email"].Require("stakeholder-email-required", "the stakeholder's e-mail");
        QontoFormats.CheckEmail(stakeholder["email"]);
        stakeholder["gender"].OneOf("gender-known", Genders);
        stakeholder["shareholding_type"].OneOf("shareholding-type-known", ["physical"]);
        QontoFormats.CheckCountry(stakeholder["nationality"]);
        QontoFormats.CheckCountry(stakeholder["residence_address"]["country"]);
        RuleScope phone = stakeholder["phone_number"];
        if (stakeholder["is_owner"].IsTrue)
        {
            phone.Require("owner-phone-required", "the owner's phone number");
        }

        if (phone.Text is { } number && !Regex.IsMatch(number, "\\A(?:\\+|00)[1-9][0-9]{0,2} ?[0-9]{4,13}\\z", RegexOptions.CultureInvariant, QontoFormats.Limit))
        {
            phone.Report("phone-form", $"'{number}' is not an international phone number", "Write + or 00, the country code and the number, such as +33 123456789.");
        }
    }

    /// <summary>The capital is required. It may be 0 only for a stakeholder who is not a physical shareholder and represents legal entities with a capital above 0.</summary>
    private static void CheckCapital(RuleScope stakeholder)
    {
        RuleScope capital = stakeholder["capital_amount"];
        RuleScope[] entities = [.. stakeholder["legal_entities"].Items];
        if (!capital.IsPresent)
        {
            capital.Report("capital-required", "the stakeholder's capital amount is missing", "Give the amount: 0 for a stakeholder who only represents legal entities.");
        }

        QontoFormats.CheckAmount(capital);
        if (QontoFormats.Parse(capital["value"]) == 0)
        {
            if (stakeholder["shareholding_type"].Text == "physical")
            {
                capital.Report("capital-zero-physical", "the capital of a physical shareholder is 0", "Give an amount above 0, or remove the shareholding type.");
            }
            else if (entities.Length == 0)
            {
                capital.Report("capital-zero-needs-entities", "a stakeholder with a capital of 0 must represent a legal entity", "Give the legal entities, or an amount above 0.");
            }
        }

        foreach (RuleScope entity in entities)
        {
            RuleScope amount = entity["capital_amount"];
            if (QontoFormats.Parse(amount.Object is null ? amount : amount["value"]) is null or 0)
            {
                amount.Report("entity-capital-positive", "the legal entity's capital is missing or 0", "Give an amount above 0 as text, such as 1023.43.");
            }

            QontoFormats.CheckCountry(entity["legal_country"]);
        }
    }

    private void CheckBirth(RuleScope stakeholder)
    {
        RuleScope date = stakeholder["birth_date"];
        QontoFormats.CheckDate(date);
        if (date.Text is { } text && QontoFormats.ParseDate(text) is { } birth && (birth > today || birth < today.AddYears(-MaxAge)))
        {
            date.Report("birth-date-plausible", $"the birth date {text} is in the future or more than {MaxAge} years ago", "Correct the birth date.");
        }

        RuleScope address = stakeholder["birth_address"];
        QontoFormats.CheckCountry(address["country"]);
        if (address["country"].Text == "FR")
        {
            address["postal_code"].Require("birth-postal-code-french", "the postal code of the French place of birth");
        }
    }
}
