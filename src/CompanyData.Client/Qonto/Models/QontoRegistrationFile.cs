using System.Text.Json.Serialization;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>A document of a registration. Source: qonto.md, files [docs].</summary>
public sealed class QontoRegistrationFile : ApiObject, IIdentified
{
    /// <summary>The registration's id; it comes from the request.</summary>
    [JsonIgnore]
    public string? RegistrationId { get; internal set; }

    /// <summary>The id under the name that the commands use for it.</summary>
    [JsonIgnore]
    public string? FileId => Id;

    public string? Id { get; set; }

    public string? FileType { get; set; }

    [JsonPropertyName("filename")]
    public string? FileName { get; set; }

    public string? StakeholderId { get; set; }

    public long? FilesizeBytes { get; set; }

    /// <summary>Where its content is; valid as long as the service says.</summary>
    public string? Url { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public override string ToString() => FileType ?? Id ?? string.Empty;
}
