using CompanyData.Sandbox.Qonto.Inferred;

namespace CompanyData.Sandbox.Qonto.Rules;

/// <summary>The rules of the organization. [seed]</summary>
internal static class OrganizationRules
{
    public static void Check(CheckedObject organization, string? legalFlow)
    {
        foreach (var name in new[] { "legal_name", "legal_number", "legal_sector" })
        {
            organization.Text(name);
        }

        organization.TextIn("entity_type", QontoTerms.EntityTypes);
        organization.Date("legal_registration_date");
        organization.Money("total_capital_amount");
        var country = CheckAddress(organization, "address");
        if (country == QontoTerms.France)
        {
            organization.TextIn("legal_form", QontoTerms.FrenchLegalForms);
        }
        else
        {
            organization.Text("legal_form");
        }

        CheckVatNumber(organization, legalFlow, country);
    }

    /// <summary>The country of an address, where it has one.</summary>
    public static string? CheckAddress(CheckedObject owner, string name)
    {
        if (owner.Object(name) is not { } address)
        {
            return null;
        }

        foreach (var line in new[] { "line_1", "line_2", "postal_code", "city" })
        {
            address.Text(line);
        }

        return address.Country("country");
    }

    /// <summary>"Used only when existing_company", and of one form in Germany. [seed] To refuse it elsewhere is [inferred].</summary>
    private static void CheckVatNumber(CheckedObject organization, string? legalFlow, string? country)
    {
        const string Name = "legal_vat_number";
        if (organization.Text(Name) is null)
        {
            return;
        }

        if (legalFlow == QontoTerms.CompanyCreation)
        {
            organization.Add(QontoCodes.NotAllowed, "legal_vat_number is for existing companies only.", Name);
        }

        if (country == QontoTerms.Germany)
        {
            organization.TextLike(Name, Formats.GermanVatNumber, "DE and nine digits");
        }
    }
}
