using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>What to collect and how long to wait for it.</summary>
public sealed class CollectionOptions
{
    /// <summary>The provider that the seed's guide uses.</summary>
    public const string DefaultProvider = "company_legal_fr";

    public string ProviderName { get; init; } = DefaultProvider;

    public IReadOnlyList<string> DataTypes { get; init; } = QardDataType.Default;

    /// <summary>Time-out for a company's synchronisation; null for none.</summary>
    public TimeSpan? SyncTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What a webhook receiver reports of synchronisations; null to poll by time alone.</summary>
    public QardSyncEvents? Events { get; init; }
}
