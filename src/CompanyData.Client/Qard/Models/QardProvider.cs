using CompanyData.Json;

namespace CompanyData.Qard;

/// <summary>A data source. Source: qard.md, providers [docs].</summary>
public sealed class QardProvider : ApiObject
{
    public string? Name { get; set; }

    public bool? Enabled { get; set; }

    public bool? Available { get; set; }

    public bool? AuthRequired { get; set; }

    public bool? AutoConnect { get; set; }

    public bool? Unique { get; set; }

    public ValueList<string> DataTypes { get; set => field = value ?? []; } = [];

    public ValueList<string> Settings { get; set => field = value ?? []; } = [];

    public ValueList<string> CredentialsConfig { get; set => field = value ?? []; } = [];

    public string? LogoUrl { get; set; }

    public override string ToString() => Name ?? string.Empty;
}
