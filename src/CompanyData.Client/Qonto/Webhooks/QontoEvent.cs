using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>An event of a registration. Source: qonto.md, GET /register/events [docs]; other fields are kept.</summary>
public sealed class QontoEvent : ApiObject
{
    public string? Id { get; set; }

    public string? EventType { get; set; }

    public string? ResourceType { get; set; }

    public string? ResourceId { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public override string ToString() => EventType ?? Id ?? string.Empty;
}
