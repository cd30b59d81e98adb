using CompanyData.Json;

namespace CompanyData.Qonto;

/// <summary>Something that happened. Source: qonto.md, GET /register/events [docs]; further fields are kept.</summary>
public sealed class QontoEvent : ApiObject
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public override string ToString() => Type ?? Id ?? string.Empty;
}
