namespace CompanyData.Qard;

/// <summary>A connection to create. Source: POST /users/{u}/data-connections [seed].</summary>
public sealed class QardNewDataConnection
{
    public required string ProviderName { get; init; }

    public required IReadOnlyList<string> RequestedDataTypes { get; init; }

    public bool? SkipPermissions { get; init; }
}
