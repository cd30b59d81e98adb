using CompanyData.Json;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Collection;

/// <summary>What was collected about one company, and what was not.</summary>
public sealed class CompanyDossier
{
    public required string Siren { get; init; }

    public string? Name { get; internal set; }

    /// <summary>One of <see cref="DossierStatus"/>.</summary>
    public string Status => Failures.Count == 0 ? DossierStatus.Complete : _collected ? DossierStatus.Partial : DossierStatus.Failed;

    public string? UserId { get; internal set; }

    public QardCompanyProfile? Profile { get; private set; }

    public string? LegalForm => Profile?.Legal?.Form;

    public string? City => Profile?.Headquarter?.Address?.City;

    public ValueList<QardCompanyOfficer> Officers { get; } = [];

    public ValueList<QardBeneficialOwner> BeneficialOwners { get; } = [];

    /// <summary>The items of every other data type that was asked for.</summary>
    public DossierData Data { get; } = [];

    public ValueList<DossierFailure> Failures { get; } = [];

    /// <summary>What is worth knowing although nothing failed.</summary>
    public ValueList<string> Remarks { get; } = [];

    /// <summary>From the first request to the last.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>The how manieth attempt at the company this was.</summary>
    internal int Attempt { get; init; } = 1;

    /// <summary>Some data was not collected by the service itself: trying again takes a new synchronisation.</summary>
    internal bool SyncHasFailed { get; private set; }

    private bool _collected;

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
        _collected = true;
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
