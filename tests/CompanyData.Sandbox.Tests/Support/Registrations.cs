using System.Text.Json.Nodes;

namespace CompanyData.Sandbox.Tests.Support;

/// <summary>Bodies of registrations that break no rule, and ways to break one.</summary>
internal static class Registrations
{
    /// <summary>The request of the seed, its e-mail put in.</summary>
    public static JsonNode OfSeed(string legalNumber = "123232323") => JsonNode.Parse($$"""
        {
          "legal_flow": "existing_company",
          "locale": "en",
          "partner_redirect_url": "https://example.com/users/123456/dashboard",
          "partner_user": { "email": "partner.user@example.test", "first_name": "John", "last_name": "Doe" },
          "organization": { "legal_number": "{{legalNumber}}" }
        }
        """)!;

    /// <summary>A new company with two shareholders, one of them for two legal entities.</summary>
    public static JsonNode Creation() => JsonNode.Parse("""
        {
          "legal_flow": "company_creation",
          "locale": "fr",
          "partner_user": { "email": "partner.user@example.test", "first_name": "John", "last_name": "Doe" },
          "organization": {
            "legal_name": "Atelier Modèle", "legal_form": "SAS", "entity_type": "company", "legal_sector": "K.64.11",
            "legal_registration_date": "2023-12-25",
            "address": { "line_1": "Rue de l'Essai 20B", "line_2": "Room 5", "postal_code": "75009", "city": "Paris", "country": "FR" },
            "total_capital_amount": { "value": "1023.43", "currency": "EUR" }
          },
          "stakeholders": [
            {
              "is_owner": true, "first_name": "Camille", "last_name": "Exemple", "email": "owner@example.test", "gender": "female",
              "phone_number": "+33 123456789", "nationality": "FR", "birth_date": "1990-08-17", "shareholding_type": "physical",
              "capital_amount": { "value": "1000.10", "currency": "EUR" },
              "birth_address": { "postal_code": "75009", "city": "Paris", "country": "FR" },
              "residence_address": { "line_1": "Rue de l'Essai 1", "postal_code": "75009", "city": "Paris", "country": "FR" }
            },
            {
              "is_owner": false, "first_name": "Alix", "last_name": "Témoin", "email": "second@example.test",
              "birth_date": "1980-01-31T12:31:32.689Z", "birth_address": { "city": "Berlin", "country": "DE" }, "shareholding_type": null,
              "capital_amount": { "value": "0", "currency": "EUR" },
              "legal_entities": [
                { "legal_name": "Holding Essai", "legal_number": 123456789, "legal_country": "FR", "capital_amount": "23.330" },
                { "legal_name": "Holding Zwei", "legal_number": "HRB 1", "legal_country": "DE", "capital_amount": { "value": "0.01", "currency": "EUR" } }
              ]
            }
          ]
        }
        """)!;

    public static JsonNode German(string vatNumber = "DE123456789") => JsonNode.Parse($$"""
        {
          "legal_flow": "existing_company",
          "locale": "de",
          "partner_user": { "email": "partner.user@example.test" },
          "organization": {
            "legal_name": "Muster GmbH", "legal_form": "GmbH", "legal_number": "HRB 123456", "legal_vat_number": "{{vatNumber}}",
            "address": { "line_1": "Musterweg 1", "postal_code": "10115", "city": "Berlin", "country": "DE" }
          }
        }
        """)!;

    public static JsonNode Freelancer() => JsonNode.Parse("""
        {
          "legal_flow": "existing_company",
          "partner_user": { "email": "partner.user@example.test" },
          "organization": { "entity_type": "freelancer", "legal_number": "123456789" },
          "stakeholders": [
            {
              "is_owner": true, "first_name": "Camille", "last_name": "Exemple", "email": "owner@example.test", "phone_number": "0033123456789",
              "nationality": "FR", "birth_date": "1990-08-17", "residence_address": { "city": "Paris", "country": "FR" }
            }
          ]
        }
        """)!;

    /// <summary>Puts a value, as JSON, where a pointer leads to; removes it where the value is null.</summary>
    public static JsonNode With(this JsonNode body, string pointer, string? json)
    {
        var segments = pointer.Split('/')[1..];
        var owner = body;
        foreach (var segment in segments[..^1])
        {
            owner = owner is JsonArray list ? list[int.Parse(segment)]! : owner[segment]!;
        }

        if (json is null)
        {
            owner.AsObject().Remove(segments[^1]);
        }
        else if (owner is JsonArray list)
        {
            list[int.Parse(segments[^1])] = JsonNode.Parse(json);
        }
        else
        {
            owner[segments[^1]] = JsonNode.Parse(json);
        }

        return body;
    }
}
