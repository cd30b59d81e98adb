namespace CompanyData.Qard;

/// <summary>Changes to a user; null leaves a field unchanged. Source: PATCH /users/{id} [docs].</summary>
public sealed class QardUserChange
{
    public string? Name { get; init; }

    public string? Group { get; init; }

    public IReadOnlyList<string>? Notifications { get; init; }
}
