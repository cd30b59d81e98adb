using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>The account of an API key. Source: GET /profile [seed], whose fields are undocumented, and GET /clients [docs]; all fields are kept.</summary>
public sealed class QardProfile : ApiObject
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public override string ToString() => Name ?? Email ?? string.Empty;
}
