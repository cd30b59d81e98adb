namespace CompanyData.Qard;

/// <summary>What to change of a connection; null leaves a field as it is. Source: PATCH …/data-connections/{dc} [docs].</summary>
public sealed class QardDataConnectionChange
{
    /// <summary><c>DISCONNECTED</c>, or <c>AUTH_REQUIRED</c> to reconnect.</summary>
    public string? Status { get; init; }

    public IReadOnlyList<string>? RequestedDataTypes { get; init; }
}
