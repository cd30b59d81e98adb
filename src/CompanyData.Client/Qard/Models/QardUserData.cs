using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Anything that belongs to a user; it knows whose it is, so that it pipes into the next command.</summary>
public abstract class QardUserData : ApiObject
{
    /// <summary>The user's id; it comes from the request, not from the answer.</summary>
    [JsonIgnore]
    public string? UserId { get; internal set; }
}
