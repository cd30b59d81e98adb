namespace CompanyData.Qard;

/// <summary>What to change of a user; null leaves a field as it is. Source: PATCH /users/{id} [docs].</summary>
public sealed class QardUserChange
{
    public string? Name { get; init; }

    public string? Group { get; init; }

    public IReadOnlyList<string>? Notifications { get; init; }
}
