using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>Base of all data of a user. Has the user's id, so that it can be piped into other commands and read without its context.</summary>
public abstract class QardUserData : ApiObject
{
    /// <summary>The user's id; set from the request, not from the response.</summary>
    [JsonIgnore]
    public string? UserId { get; internal set; }

    /// <summary>The siren of the company that the data is about; null if this session has not met the user.</summary>
    [JsonIgnore]
    public string? CompanySiren { get; internal set; }

    /// <summary>The name of the company that the data is about; null if this session has not met the user.</summary>
    [JsonIgnore]
    public string? CompanyName { get; internal set; }
}
