using CompanyData.Json;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>The collected data of one company, and the failures.</summary>
public sealed class CompanyDossier
{
    /// <summary>The <see cref="DossierFailure.Step"/> of a failure of the whole synchronisation.</summary>
    internal const string SyncStep = "Sync";

    public required string Siren { get; init; }

    public string? Name { get; internal set; }

    /// <summary>One of <see cref="DossierStatus"/>.</summary>
    public string Status => Failures.Count == 0 ? DossierStatus.Complete : _collected.Count > 0 ? DossierStatus.Partial : DossierStatus.Failed;

    public string? UserId { get; internal set; }

    /// <summary>Host and path of the service from which the dossier was collected.</summary>
    public string? Service { get; init; }

    /// <summary>Whether the service was a sandbox, whose data is fictitious.</summary>
    public bool IsSandbox => Uri.TryCreate($"https://{Service}", UriKind.Absolute, out Uri? service)
        && (service.IsLoopback || service.Host.EndsWith(".test", StringComparison.OrdinalIgnoreCase));

    /// <summary>The requested provider.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The requested data types.</summary>
    public ValueList<string> DataTypes { get; init; } = [];

    public QardCompanyProfile? Profile { get; private set; }

    public string? LegalForm => Profile?.Legal?.Form;

    public string? City => Profile?.Headquarter?.Address?.City;

    /// <summary>The address of the seat in flat columns, as far as the profile has it.</summary>
    public string? AddressLine => Profile?.AddressLine;

    public string? PostalCode => Profile?.PostalCode;

    public string? Country => Profile?.Country;

    public ValueList<QardCompanyOfficer> Officers { get; } = [];

    public int OfficerCount => Officers.Count;

    public ValueList<QardBeneficialOwner> BeneficialOwners { get; } = [];

    public int OwnerCount => BeneficialOwners.Count;

    /// <summary>The items of all other requested data types.</summary>
    public DossierData Data { get; } = [];

    /// <summary>The synchronisations behind this dossier: provider, times, outcome.</summary>
    public ValueList<QardSyncItem> Syncs { get; } = [];

    public ValueList<DossierFailure> Failures { get; } = [];

    /// <summary>Remarks that are not failures.</summary>
    public ValueList<string> Remarks { get; } = [];

    /// <summary>Time of the first request, in UTC.</summary>
    public DateTime CollectedAt { get; internal set; }

    /// <summary>Time from the first request to the last.</summary>
    public TimeSpan Elapsed { get; internal set; }

    internal DateTime CompletedAt => CollectedAt + Elapsed;

    /// <summary>Attempt number, from 1.</summary>
    internal int Attempt { get; init; } = 1;

    /// <summary>Whether the synchronisation of some data failed; trying again requires a new synchronisation.</summary>
    internal bool SyncHasFailed { get; private set; }

    /// <summary>Duration of the synchronisation; null if the collection did not start it.</summary>
    internal DurationRange? SyncTook { get; set; }

    /// <summary>The display name.</summary>
    internal string CompanyName => Name ?? Profile?.Name ?? Siren;

    /// <summary>The data types that were read, including empty ones, in the order in which they were read.</summary>
    internal IReadOnlyList<string> CollectedTypes => _collected;

    private readonly List<string> _collected = [];

    /// <summary>Returns the state of a data type: one of <see cref="DataState"/>.</summary>
    public string GetDataState(string dataType)
        => _collected.Contains(dataType, StringComparer.OrdinalIgnoreCase) ? GetItems(dataType).Count == 0 ? DataState.None : DataState.Collected
            : DataTypes.Contains(dataType, StringComparer.OrdinalIgnoreCase) ? DataState.NotCollected
            : DataState.NotRequested;

    /// <summary>Whether a data type was collected completely: read, and without a failure.</summary>
    internal bool HasWhole(string dataType) => _collected.Contains(dataType, StringComparer.OrdinalIgnoreCase)
        && !Failures.Exists(failure => string.Equals(failure.Step, dataType, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the items of any data type.</summary>
    internal IReadOnlyList<QardUserData> GetItems(string dataType) => dataType.ToUpperInvariant() switch
    {
        QardDataType.CompanyProfile => Profile is null ? [] : [Profile],
        QardDataType.CompanyOfficer => Officers,
        QardDataType.BeneficialOwner => BeneficialOwners,
        string other => Data.TryGetValue(other, out ValueList<QardUserData>? items) ? items : [],
    };

    internal void Fail(string step, string reason, string? remedy, string code) => Failures.Add(new(step, reason, remedy) { Code = code, Siren = Siren, Name = CompanyName });

    internal void Fail(string step, ApiException exception) => Failures.Add(new(step, exception.Message, exception.Remedy)
    {
        Code = exception.ErrorId,
        RequestId = exception.RequestId,
        Siren = Siren,
        Name = CompanyName,
    });

    internal void Fail(QardSyncFailure failure)
    {
        Fail(failure.DataType, failure.Reason, failure.Remedy, failure.Status);
        SyncHasFailed = true;
    }

    internal void Add(string dataType, IReadOnlyList<QardUserData> items)
    {
        _collected.Add(dataType);
        Own(items);
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

    internal void AddSyncs(IReadOnlyList<QardSyncItem> items)
    {
        Own(items);
        Syncs.AddRange(items);
    }

    private void Own(IEnumerable<QardUserData> items)
    {
        foreach (QardUserData item in items)
        {
            item.CompanySiren ??= Siren;
            item.CompanyName ??= CompanyName;
        }
    }
}
