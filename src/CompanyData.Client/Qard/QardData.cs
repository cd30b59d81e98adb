using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>The data that synchronisations have collected.</summary>
public sealed class QardData
{
    private const int PageSize = 100;

    // Nobody has published that the ids of these are unique: only an item that came before in full is a repetition.
    private static readonly Func<QardBeneficialOwner, string> OwnerContent = QardJsonContext.Default.Options.ContentOf<QardBeneficialOwner>();
    private static readonly Func<QardRecord, string> RecordContent = QardJsonContext.Default.Options.ContentOf<QardRecord>();

    private readonly ApiTransport _transport;

    private readonly KnownUsers _users;

    internal QardData(ApiTransport transport, KnownUsers users)
    {
        _transport = transport;
        _users = users;
    }

    /// <summary>GET /users/{u}/company-profile [seed].</summary>
    /// <returns>Null where there is none yet (204 [seen]).</returns>
    public async Task<QardCompanyProfile?> GetCompanyProfileAsync(string userId, CancellationToken cancellationToken)
    {
        QardCompanyProfile? profile = await _transport.SendOptionalAsync(
            ApiRequest.Get(ApiPath.Create($"users/{userId}/company-profile"), "read the company profile", userId),
            QardJsonContext.Default.QardCompanyProfile,
            cancellationToken).ConfigureAwait(false);
        return profile is null ? null : _users.Assign(profile, userId);
    }

    /// <summary>GET /users/{u}/company-officers [seed].</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="excludeAuditors">Leaves the auditors out [docs].</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<QardCompanyOfficer> ListCompanyOfficersAsync(string userId, bool excludeAuditors, CancellationToken cancellationToken)
        => ReadListAsync(
            QardDataType.CompanyOfficer,
            userId,
            QardJsonContext.Default.ListQardCompanyOfficer,
            QardJsonContext.Default.PageEnvelopeQardCompanyOfficer,
            officer => officer.Id,
            cancellationToken,
            query: ("exclude_auditors", excludeAuditors ? "1" : null));

    /// <summary>GET /users/{u}/beneficial-owners [seed].</summary>
    public IAsyncEnumerable<QardBeneficialOwner> ListBeneficialOwnersAsync(string userId, CancellationToken cancellationToken)
        => ReadListAsync(
            QardDataType.BeneficialOwner,
            userId,
            QardJsonContext.Default.ListQardBeneficialOwner,
            QardJsonContext.Default.PageEnvelopeQardBeneficialOwner,
            owner => owner.Id is null ? null : OwnerContent(owner),
            cancellationToken);

    /// <summary>GET /users/{u}/commerce-transactions [seed].</summary>
    public IAsyncEnumerable<QardCommerceTransaction> ListCommerceTransactionsAsync(string userId, CancellationToken cancellationToken)
        => ReadListAsync(
            QardDataType.CommerceTransaction,
            userId,
            QardJsonContext.Default.ListQardCommerceTransaction,
            QardJsonContext.Default.PageEnvelopeQardCommerceTransaction,
            transaction => transaction.Id,
            cancellationToken);

    /// <summary>GET /users/{u}/commerce-subscriptions [seed].</summary>
    public IAsyncEnumerable<QardCommerceSubscription> ListCommerceSubscriptionsAsync(string userId, CancellationToken cancellationToken)
        => ReadListAsync(
            QardDataType.CommerceSubscription,
            userId,
            QardJsonContext.Default.ListQardCommerceSubscription,
            QardJsonContext.Default.PageEnvelopeQardCommerceSubscription,
            subscription => subscription.Id,
            cancellationToken);

    /// <summary>GET /users/{u}/commerce-transactions-insight [seed].</summary>
    public IAsyncEnumerable<QardCommerceTransactionInsight> ListCommerceTransactionInsightsAsync(string userId, CancellationToken cancellationToken)
        => ReadListAsync(
            QardDataType.CommerceTransactionInsight,
            userId,
            QardJsonContext.Default.ListQardCommerceTransactionInsight,
            QardJsonContext.Default.PageEnvelopeQardCommerceTransactionInsight,
            row => row.Month,
            cancellationToken,
            isUnique: false);

    /// <summary>GET /users/{u}/commerce-subscriptions-insight [seed].</summary>
    public IAsyncEnumerable<QardCommerceSubscriptionInsight> ListCommerceSubscriptionInsightsAsync(string userId, CancellationToken cancellationToken)
        => ReadListAsync(
            QardDataType.CommerceSubscriptionInsight,
            userId,
            QardJsonContext.Default.ListQardCommerceSubscriptionInsight,
            QardJsonContext.Default.PageEnvelopeQardCommerceSubscriptionInsight,
            row => row.Month,
            cancellationToken,
            isUnique: false);

    /// <summary>Any data type, with its model where it has one and as <see cref="QardRecord"/> otherwise.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="dataType">A name of <see cref="QardDataType.All"/>; another is read at the path that its name suggests.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<QardUserData> ListAsync(string userId, string dataType, CancellationToken cancellationToken)
        => dataType.ToUpperInvariant() switch
        {
            QardDataType.CompanyProfile => GetProfileAsListAsync(userId, cancellationToken),
            QardDataType.CompanyOfficer => ListCompanyOfficersAsync(userId, excludeAuditors: false, cancellationToken),
            QardDataType.BeneficialOwner => ListBeneficialOwnersAsync(userId, cancellationToken),
            QardDataType.CommerceTransaction => ListCommerceTransactionsAsync(userId, cancellationToken),
            QardDataType.CommerceSubscription => ListCommerceSubscriptionsAsync(userId, cancellationToken),
            QardDataType.CommerceTransactionInsight => ListCommerceTransactionInsightsAsync(userId, cancellationToken),
            QardDataType.CommerceSubscriptionInsight => ListCommerceSubscriptionInsightsAsync(userId, cancellationToken),
            string other when QardDataType.Find(other) is { IsSingle: true } single => GetRecordAsync(userId, single, cancellationToken),
            string other => GetRecordsAsync(userId, other, cancellationToken),
        };

    private async IAsyncEnumerable<QardUserData> GetProfileAsListAsync(string userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await GetCompanyProfileAsync(userId, cancellationToken).ConfigureAwait(false) is { } profile)
        {
            yield return profile;
        }
    }

    private async IAsyncEnumerable<QardUserData> GetRecordAsync(
        string userId, QardDataType type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        QardRecord? record = await _transport.SendOptionalAsync(
            ApiRequest.Get(ApiPath.Create($"users/{userId}/") + type.Path, $"read {type.Name}", userId),
            QardJsonContext.Default.QardRecord,
            cancellationToken).ConfigureAwait(false);
        if (record is not null)
        {
            record.DataType = type.Name;
            yield return _users.Assign(record, userId);
        }
    }

    private async IAsyncEnumerable<QardUserData> GetRecordsAsync(
        string userId, string dataType, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (QardRecord record in ReadListAsync(
            dataType,
            userId,
            QardJsonContext.Default.ListQardRecord,
            QardJsonContext.Default.PageEnvelopeQardRecord,
            record => record.Extension is { } fields && fields.TryGetValue("id", out var id) && id.ValueKind is not JsonValueKind.Null ? RecordContent(record) : null,
            cancellationToken).ConfigureAwait(false))
        {
            record.DataType = dataType;
            yield return record;
        }
    }

    private async IAsyncEnumerable<T> ReadListAsync<T>(
        string dataType,
        string userId,
        JsonTypeInfo<List<T>> array,
        JsonTypeInfo<PageEnvelope<T>> envelope,
        Func<T, string?> key,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        bool isUnique = true,
        params (string Name, string? Value)[] query)
        where T : QardUserData
    {
        QardDataType type = QardDataType.Parse(dataType);
        string path = ApiPath.WithQuery(ApiPath.Create($"users/{userId}/") + type.Path, query);
        string operation = $"read {type.Name}";
        await foreach (T item in PageReader.ReadAsync(
            (page, token) => _transport.SendPageAsync(ApiRequest.Get(PagePath(path, type, page), operation, userId), array, envelope, token),
            key,
            type.IsPaged ? PageSize : PageReader.WholeList,
            reason => _transport.Fail(ApiErrorKind.InvalidResponse, operation, $"Qard: could not {operation} of user {userId}: {reason}", userId),
            _transport.PrefetchBudget,
            content: array.Options.ContentOf<T>(),
            isUnique: isUnique,
            cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            yield return _users.Assign(item, userId);
        }
    }

    /// <summary>Types that come whole are asked for without page numbers; should their answer name further pages, those are asked for.</summary>
    private static string PagePath(string path, QardDataType type, int page)
        => type.IsPaged ? ApiPath.WithQuery(path, ("page", $"{page}"), ("per_page", $"{PageSize}"))
            : page == 1 ? path
            : ApiPath.WithQuery(path, ("page", $"{page}"));
}
