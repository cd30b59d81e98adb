using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>Who holds an account, and in what role. Source: powens.md, account_ownerships [docs]; the names of the fields are [inferred].</summary>
public sealed class PowensAccountOwner : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? AccountId => IdAccount;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? ConnectionId => IdConnection;

    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? UserId => IdUser;

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? IdAccount { get; set; }

    public string? IdConnection { get; set; }

    public string? IdUser { get; set; }

    public override string ToString() => $"{Name} {Role}";
}
