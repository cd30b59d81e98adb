using System.Text.Json;

namespace CompanyData.Sandbox.Qard.Inferred;

/// <summary>
/// Which alert tells of what, and the fields of what it tells. That an alert is a JSON body with what was added, removed and updated is
/// [docs]; the rest is [inferred].
/// </summary>
internal static class AlertTable
{
    public const string Profile = "COMPANY_PROFILE_UPDATED";
    public const string Officers = "COMPANY_OFFICER_UPDATED";
    public const string Owners = "BENEFICIAL_OWNER_UPDATED";

    /// <summary>The alert and its kinds; null where no alert tells of it.</summary>
    public static (string Alert, string[] Kinds)? Find(CompanyEvent what) => what switch
    {
        CompanyEvent.OfficerAdded => (Officers, ["add"]),
        CompanyEvent.OfficerReplaced => (Officers, ["add", "remove"]),
        CompanyEvent.OwnerCrossedThreshold => (Owners, ["update"]),
        CompanyEvent.SeatMoved or CompanyEvent.CapitalChanged or CompanyEvent.CompanyClosed => (Profile, ["update"]),
        _ => null,
    };

    public static void Write(Utf8JsonWriter json, string alert, QardUser user)
    {
        json.WriteStartObject();
        json.WriteString("notification", alert);
        json.WriteString("user_id", user.Id);
        json.WriteString("siren", user.Siren);
        json.WriteString("name", user.Name);
        json.WriteEndObject();
    }
}
