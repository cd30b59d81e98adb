using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Reads synchronised data.</summary>
public sealed class QardData
{
    // Unique ids are not documented for these types, so only an identical item counts as a duplicate.
    private static readonly Func<QardBeneficialOwner, string> OwnerContent = QardJsonContext.Default.Options.ContentOf<QardBeneficialOwner>();

    private readonly QardDataReader _reader;
    private readonly DataAbsence _absence;

    internal QardData(ApiTransport transport, KnownUsers users, DataAbsence absence)
    {
        _reader = new(transport, users);
        _absence = absence;
    }

    /// <summary>Explains an empty list in a sentence: the type was never collected, is not collected yet, failed, or was collected and there is none.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="dataType">The data type of the list.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="ApiException">The synchronisations or connections cannot be read.</exception>
    public Task<string> ExplainAbsenceAsync(string userId, string dataType, CancellationToken cancellationToken)
        => _absence.ExplainAsync(userId, QardDataType.Parse(dataType), cancellationToken);

    /// <summary>GET /users/{u}/company-profile [seed].</summary>
    /// <returns>Null if there is none yet (204 [seen]).</returns>
    public Task<QardCompanyProfile?> GetCompanyProfileAsync(string userId, CancellationToken cancellationToken)
        => _reader.ReadOptionalAsync<QardCompanyProfile>(userId, QardDataType.Parse(QardDataType.CompanyProfile), cancellationToken);

    /// <summary>GET /users/{u}/company-officers [seed].</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="excludeAuditors">Whether to omit auditors [docs].</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<QardCompanyOfficer> ListCompanyOfficersAsync(string userId, bool excludeAuditors, CancellationToken cancellationToken)
        => _reader.ReadListAsync<QardCompanyOfficer>(
            QardDataType.Parse(QardDataType.CompanyOfficer),
            userId,
            officer => officer.Id,
            cancellationToken,
            query: ("exclude_auditors", excludeAuditors ? "1" : null));

    /// <summary>GET /users/{u}/company-officers/all [seen]: how it differs from the other list is not published.</summary>
    public IAsyncEnumerable<QardCompanyOfficer> ListAllCompanyOfficersAsync(string userId, CancellationToken cancellationToken)
    {
        QardDataType officers = QardDataType.Parse(QardDataType.CompanyOfficer);
        return _reader.ReadListAsync<QardCompanyOfficer>(officers with { Path = $"{officers.Path}/all" }, userId, officer => officer.Id, cancellationToken);
    }

    /// <summary>GET /users/{u}/beneficial-owners [seed].</summary>
    public IAsyncEnumerable<QardBeneficialOwner> ListBeneficialOwnersAsync(string userId, CancellationToken cancellationToken)
        => _reader.ReadListAsync<QardBeneficialOwner>(
            QardDataType.Parse(QardDataType.BeneficialOwner), userId, owner => owner.Id is null ? null : OwnerContent(owner), cancellationToken);

    /// <summary>GET /users/{u}/commerce-transactions [seed].</summary>
    public IAsyncEnumerable<QardCommerceTransaction> ListCommerceTransactionsAsync(string userId, CancellationToken cancellationToken)
        => _reader.ReadListAsync<QardCommerceTransaction>(QardDataType.Parse(QardDataType.CommerceTransaction), userId, transaction => transaction.Id, cancellationToken);

    /// <summary>GET /users/{u}/commerce-subscriptions [seed].</summary>
    public IAsyncEnumerable<QardCommerceSubscription> ListCommerceSubscriptionsAsync(string userId, CancellationToken cancellationToken)
        => _reader.ReadListAsync<QardCommerceSubscription>(QardDataType.Parse(QardDataType.CommerceSubscription), userId, subscription => subscription.Id, cancellationToken);

    /// <summary>GET /users/{u}/commerce-transactions-insight [seed].</summary>
    public IAsyncEnumerable<QardCommerceTransactionInsight> ListCommerceTransactionInsightsAsync(string userId, CancellationToken cancellationToken)
        => _reader.ReadListAsync<QardCommerceTransactionInsight>(
            QardDataType.Parse(QardDataType.CommerceTransactionInsight), userId, row => row.Month, cancellationToken, isUnique: false);

    /// <summary>GET /users/{u}/commerce-subscriptions-insight [seed].</summary>
    public IAsyncEnumerable<QardCommerceSubscriptionInsight> ListCommerceSubscriptionInsightsAsync(string userId, CancellationToken cancellationToken)
        => _reader.ReadListAsync<QardCommerceSubscriptionInsight>(
            QardDataType.Parse(QardDataType.CommerceSubscriptionInsight), userId, row => row.Month, cancellationToken, isUnique: false);

    /// <summary>Reads any data type, as its model or otherwise as <see cref="QardRecord"/>.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="dataType">A name in <see cref="QardDataType.All"/>; for any other name the path is derived from it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
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
            string other => QardModel.Of(other).ListAsync(_reader, userId, QardDataType.Parse(other), cancellationToken),
        };

    /// <summary>One tax return, VAT declaration or corporate tax return, with all its values [docs].</summary>
    /// <exception cref="ArgumentException">Items of the data type cannot be read one by one.</exception>
    public Task<QardUserData> GetAsync(string userId, string dataType, string itemId, CancellationToken cancellationToken)
    {
        QardDataType type = QardDataType.Parse(dataType);
        return type.HasItems
            ? QardModel.Of(type.Name).GetAsync(_reader, userId, type, itemId, cancellationToken)
            : throw new ArgumentException(
                $"{type.Name} cannot be read item by item; {string.Join(", ", QardDataType.All.Where(known => known.HasItems).Select(known => known.Name))} can.", nameof(dataType));
    }

    /// <summary>Conformity checks with the names of the officers, owners and the company that they are about.</summary>
    public async IAsyncEnumerable<QardConformityCheck> ListConformityChecksAsync(string userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ConformitySubjects? subjects = null;
        await foreach (QardConformityCheck check in ListAsync(userId, QardDataType.ConformityCheck, cancellationToken).ConfigureAwait(false))
        {
            subjects ??= await ConformitySubjects.ReadAsync(this, userId, cancellationToken).ConfigureAwait(false);
            subjects.Name(check);
            yield return check;
        }
    }

    private async IAsyncEnumerable<QardUserData> GetProfileAsListAsync(string userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await GetCompanyProfileAsync(userId, cancellationToken).ConfigureAwait(false) is { } profile)
        {
            yield return profile;
        }
    }
}
