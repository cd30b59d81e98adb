using System.Text.Json.Serialization;

namespace CompanyData.Qard;

/// <summary>An item of a data type that has no model of its own here; all its fields are kept.</summary>
public sealed class QardRecord : QardUserData
{
    /// <summary>Such as <c>COURT_DECISION</c>; it comes from the request.</summary>
    [JsonIgnore]
    public string? DataType { get; internal set; }

    public override string ToString() => GetAdditionalFields().ToString();
}
