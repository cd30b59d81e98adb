using CompanyData.Json;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>What was collected about one company, and what was not.</summary>
public sealed class CompanyDossier
{
    /// <summary>The <see cref="DossierFailure.Step"/> of what goes wrong with the synchronisation as a whole.</summary>
    internal const string SyncStep = "Sync";

    public required string Siren { get; init; }

    public string? Name { get; internal set; }

    /// <summary>One of <see cref="DossierStatus"/>.</summary>
    public string Status => Failures.Count == 0 ? DossierStatus.Complete : _collected.Count > 0 ? DossierStatus.Partial : DossierStatus.Failed;

    public string? UserId { get; internal set; }

    /// <summary>Host and path of the service that it was collected from.</summary>
    public string? Service { get; init; }

    /// <summary>Whether the service was a sandbox: its data is fiction.</summary>
    public bool IsSandbox => Uri.TryCreate($"https://{Service}", UriKind.Absolute, out Uri? service)
        && (service.IsLoopback || service.Host.EndsWith(".test", StringComparison.OrdinalIgnoreCase));

    /// <summary>The provider that was asked.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The data types that were asked for.</summary>
    public ValueList<string> DataTypes { get; init; } = [];

    public QardCompanyProfile? Profile { get; private set; }

    public string? LegalForm => Profile?.Legal?.Form;

    public string? City => Profile?.Headquarter?.Address?.City;

    public ValueList<QardCompanyOfficer> Officers { get; } = [];

    public ValueList<QardBeneficialOwner> BeneficialOwners { get; } = [];

    /// <summary>The items of every other data type that was asked for.</summary>
    public DossierData Data { get; } = [];

    /// <summary>What the service synchronised for this dossier: from which provider, when, how it ended.</summary>
    public ValueList<QardSyncItem> Syncs { get; } = [];

    public ValueList<DossierFailure> Failures { get; } = [];

    /// <summary>What is worth knowing although nothing failed.</summary>
    public ValueList<string> Remarks { get; } = [];

    /// <summary>When the first request was made, in UTC.</summary>
    public DateTime CollectedAt { get; internal set; }

    /// <summary>From the first request to the last.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>The how manieth attempt at the company this was.</summary>
    internal int Attempt { get; init; } = 1;

    /// <summary>Some data was not collected by the service itself: trying again takes a new synchronisation.</summary>
    internal bool SyncHasFailed { get; private set; }

    /// <summary>How long its synchronisation took, where the collection started it.</summary>
    internal DurationRange? SyncTook { get; set; }

    /// <summary>The name to show.</summary>
    internal string CompanyName => Name ?? Profile?.Name ?? Siren;

    /// <summary>The data types that were read, also those of which there is nothing; in the order in which they were.</summary>
    internal IReadOnlyList<string> CollectedTypes => _collected;

    private readonly List<string> _collected = [];

    /// <summary>What is known of a data type, one of <see cref="DataState"/>.</summary>
    public string GetDataState(string dataType)
        => _collected.Contains(dataType, StringComparer.OrdinalIgnoreCase) ? GetItems(dataType).Count == 0 ? DataState.None : DataState.Collected
            : DataTypes.Contains(dataType, StringComparer.OrdinalIgnoreCase) ? DataState.NotCollected
            : DataState.NotRequested;

    /// <summary>Whether a data type was collected whole: it was read, and nothing of it is missing.</summary>
    internal bool HasWhole(string dataType) => _collected.Contains(dataType, StringComparer.OrdinalIgnoreCase)
        && !Failures.Exists(failure => string.Equals(failure.Step, dataType, StringComparison.OrdinalIgnoreCase));

    /// <summary>The items of any data type.</summary>
    internal IReadOnlyList<QardUserData> GetItems(string dataType) => dataType.ToUpperInvariant() switch
    {
        QardDataType.CompanyProfile => Profile is null ? [] : [Profile],
        QardDataType.CompanyOfficer => Officers,
        QardDataType.BeneficialOwner => BeneficialOwners,
        string other => Data.TryGetValue(other, out ValueList<QardUserData>? items) ? items : [],
    };

    internal void Fail(string step, string reason, string? remedy, string code) => Failures.Add(new(step, reason, remedy) { Code = code });

    internal void Fail(string step, ApiException exception) => Failures.Add(new(step, exception.Message, exception.Remedy)
    {
        Code = exception.ErrorId,
        RequestId = exception.RequestId,
    });

    internal void Fail(QardSyncFailure failure)
    {
        Fail(failure.DataType, failure.Reason, failure.Remedy, failure.Status);
        SyncHasFailed = true;
    }

    internal void Add(string dataType, IReadOnlyList<QardUserData> items)
    {
        _collected.Add(dataType);
        switch (dataType.ToUpperInvariant())
        {
            case QardDataType.CompanyProfile:
                Profile = items.OfType<QardCompanyProfile>().FirstOrDefault();
                break;
            case QardDataType.CompanyOfficer:
                Officers.AddRange(items.OfType<QardCompanyOfficer>());
                break;
            case QardDataType.BeneficialOwner:
                BeneficialOwners.AddRange(items.OfType<QardBeneficialOwner>());
                break;
            default:
                Data[dataType] = new(items);
                break;
        }
    }
}
