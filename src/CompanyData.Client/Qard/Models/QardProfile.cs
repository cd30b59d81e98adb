using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>The account that a key belongs to. Source: GET /profile [seed]; its fields are not published, all are kept.</summary>
public sealed class QardProfile : ApiObject
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public override string ToString() => Name ?? Email ?? string.Empty;
}
