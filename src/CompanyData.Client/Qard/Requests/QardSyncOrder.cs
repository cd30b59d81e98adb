namespace CompanyData.Qard;

/// <summary>The body of POST /users/{u}/sync [seed]; without a list, everything [docs].</summary>
internal sealed class QardSyncOrder
{
    public IReadOnlyList<string>? DataTypes { get; init; }
}
