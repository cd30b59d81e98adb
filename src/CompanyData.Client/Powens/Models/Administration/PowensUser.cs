using System.Text.Json.Serialization;
using CompanyData.Json;

namespace CompanyData.Powens;

/// <summary>A user of the account. Source: GET /users [docs]; other fields are kept.</summary>
public sealed class PowensUser : ApiObject
{
    /// <summary>The id under the property name that other objects use, for the pipeline.</summary>
    [JsonIgnore]
    public string? UserId => Id;

    public string? Id { get; set; }

    public DateTime? Signin { get; set; }

    public string? Platform { get; set; }

    public override string ToString() => Id ?? string.Empty;
}
