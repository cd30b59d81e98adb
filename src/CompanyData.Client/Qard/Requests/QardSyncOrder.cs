namespace CompanyData.Qard;

/// <summary>Body of POST /users/{u}/sync [seed]; without a list, all types [docs].</summary>
internal sealed class QardSyncOrder
{
    public IReadOnlyList<string>? DataTypes { get; init; }
}
