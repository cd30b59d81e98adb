using System.Text.Json.Nodes;
using CompanyData.Qonto;

namespace CompanyData.Benchmarks;

/// <summary>A registration, and with it the events that Qonto lists. Its files are no list of a hundred: there is one of each type.</summary>
internal static class QontoWorld
{
    private const string Creation = """
        {
          "legal_flow": "company_creation",
          "locale": "fr",
          "partner_redirect_url": "https://partner.example.test/back",
          "partner_user": { "first_name": "Test", "last_name": "Partner", "email": "partner@example.test" },
          "organization": {
            "legal_name": "Entreprise",
            "entity_type": "company",
            "legal_form": "SAS",
            "legal_registration_date": "2020-02-29",
            "total_capital_amount": { "value": "1000.00", "currency": "EUR" },
            "address": { "line_1": "1 Example Street", "postal_code": "75001", "city": "Example", "country": "FR" }
          },
          "stakeholders": [
            {
              "is_owner": true,
              "first_name": "Test",
              "last_name": "Person",
              "email": "owner@example.test",
              "gender": "other",
              "nationality": "FR",
              "phone_number": "+33 123456789",
              "birth_date": "1980-05-20",
              "birth_address": { "postal_code": "75001", "city": "Example", "country": "FR" },
              "residence_address": { "line_1": "2 Example Street", "postal_code": "75002", "city": "Example", "country": "FR" },
              "shareholding_type": "physical",
              "capital_amount": { "value": "1000.00", "currency": "EUR" }
            }
          ]
        }
        """;

    public static Task CreateAsync(QontoClient qonto)
        => qonto.Registrations.CreateAsync(new(JsonNode.Parse(Creation)!.AsObject(), new(DateTime.UtcNow, QontoOAuthNames.Default)), default);
}
