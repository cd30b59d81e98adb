using System.Collections;
using System.Text.Json.Nodes;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Parts of a registration given in addition to it, such as data that a dossier does not have.</summary>
internal sealed record RegistrationParts(Hashtable? PartnerUser, Hashtable? Organization, QontoStakeholder? Owner, IReadOnlyList<QontoStakeholder> Stakeholders)
{
    /// <summary>
    /// Merges the parts: replaces the partner user, overwrites fields of the organization, and overwrites fields of each stakeholder with
    /// the same name. A given owner is the only owner.
    /// </summary>
    public void ApplyTo(JsonObject registration)
    {
        if (PartnerUser is not null)
        {
            registration["partner_user"] = JsonInput.FromTable(PartnerUser);
        }

        if (Organization is not null)
        {
            JsonObject organization = registration["organization"] as JsonObject ?? [];
            Copy(JsonInput.FromTable(Organization), organization);
            registration["organization"] ??= organization;
        }

        foreach (QontoStakeholder stakeholder in Stakeholders)
        {
            Add(stakeholder.ToJson().AsObject(), ListOf(registration));
        }

        if (Owner is not null)
        {
            JsonArray list = ListOf(registration);
            foreach (JsonObject other in list.OfType<JsonObject>())
            {
                other["is_owner"] = false;
            }

            JsonObject owner = Owner.ToJson().AsObject();
            owner["is_owner"] = true;
            Add(owner, list);
        }
    }

    private static JsonArray ListOf(JsonObject registration)
    {
        if (registration["stakeholders"] is not JsonArray list)
        {
            registration["stakeholders"] = list = [];
        }

        return list;
    }

    private static void Add(JsonObject stakeholder, JsonArray list)
    {
        if (list.OfType<JsonObject>().FirstOrDefault(other => NameOf(other).Equals(NameOf(stakeholder), StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            Copy(stakeholder, same);
        }
        else
        {
            list.Add(stakeholder);
        }
    }

    private static void Copy(JsonObject from, JsonObject to)
    {
        foreach (KeyValuePair<string, JsonNode?> field in from.ToArray())
        {
            to[field.Key] = field.Value?.DeepClone();
        }
    }

    private static string NameOf(JsonObject person) => $"{person["first_name"]} {person["last_name"]}".Trim();
}
