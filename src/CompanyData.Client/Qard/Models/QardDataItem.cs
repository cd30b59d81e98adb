using System.Text.Json.Serialization;

namespace CompanyData.Qard;

/// <summary>An item of a data type, which knows the type that it was read as.</summary>
public abstract class QardDataItem : QardUserData
{
    /// <summary>Data type, such as <c>COURT_DECISION</c>; set from the request.</summary>
    [JsonIgnore]
    public string? DataType { get; internal set; }
}
