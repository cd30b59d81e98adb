namespace CompanyData.Qard;

/// <summary>Changes to a connection; null leaves a field unchanged. Source: PATCH …/data-connections/{dc} [docs].</summary>
public sealed class QardDataConnectionChange
{
    /// <summary><c>DISCONNECTED</c>, or <c>AUTH_REQUIRED</c> to reconnect.</summary>
    public string? Status { get; init; }

    public IReadOnlyList<string>? RequestedDataTypes { get; init; }
}
