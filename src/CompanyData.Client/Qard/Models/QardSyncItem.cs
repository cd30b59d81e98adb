using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>One data type collected through one connection. Source: GET /users/{u}/sync/latest [seed].</summary>
public sealed class QardSyncItem : QardUserData
{
    public string? Id { get; set; }

    public string? DataType { get; set; }

    public string? ProviderName { get; set; }

    public string? Status { get; set; }

    public string? DataConnectionId { get; set; }

    public DateTime? RequestedAt { get; set; }

    public DateTime? CompletedAt { get; set; }

    public override string ToString() => $"{DataType} {Status}";
}
