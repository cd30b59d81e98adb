using CompanyData.Powens;
using CompanyData.Qard;
using CompanyData.Qonto;

namespace CompanyData.Benchmarks;

/// <summary>A list that the clients read.</summary>
/// <param name="Name">What is in it.</param>
/// <param name="Open">Opens a session over a handler and gives the list, each time anew.</param>
public sealed record ListType(string Name, Func<HttpMessageHandler, Func<IAsyncEnumerable<object>>> Open)
{
    private const string User = "11111111-1111-1111-1111-111111111111";

    public static readonly IReadOnlyList<ListType> All =
    [
        OfQard("Qard users", (qard, _) => qard.Users.ListAsync(default)),
        OfQard("Qard synchronisations", (qard, user) => qard.Syncs.ListLatestAsync(user, default)),
        OfQard("Qard data connections", (qard, user) => qard.Connections.ListAsync(user, default)),
        OfQard("Qard officers", (qard, user) => qard.Data.ListCompanyOfficersAsync(user, excludeAuditors: false, default)),
        OfQard("Qard beneficial owners", (qard, user) => qard.Data.ListBeneficialOwnersAsync(user, default)),
        OfQard("Qard commerce transactions", (qard, user) => qard.Data.ListCommerceTransactionsAsync(user, default)),
        OfQard("Qard commerce subscriptions", (qard, user) => qard.Data.ListCommerceSubscriptionsAsync(user, default)),
        OfQard("Qard commerce transaction insights", (qard, user) => qard.Data.ListCommerceTransactionInsightsAsync(user, default)),
        OfQard("Qard commerce subscription insights", (qard, user) => qard.Data.ListCommerceSubscriptionInsightsAsync(user, default)),
        OfQard("Qard court decisions, without a model", (qard, user) => qard.Data.ListAsync(user, "COURT_DECISION", default)),
        OfPowens("Powens connectors", powens => powens.Catalogue.ListConnectorsAsync([], [], default)),
        OfPowens("Powens connections", powens => powens.Connections.ListAsync(PowensUsers.Me, [], default)),
        OfPowens("Powens accounts", powens => powens.Accounts.ListAsync(PowensUsers.Me, null, includeDisabled: false, default)),
        OfPowens("Powens transactions", powens => powens.Transactions.ListAsync(new PowensTransactionFilter(), default)),
        OfPowens("Powens investments", powens => powens.Wealth.ListInvestmentsAsync(PowensUsers.Me, null, null, default)),
        OfPowens("Powens subscriptions", powens => powens.Wealth.ListSubscriptionsAsync(PowensUsers.Me, null, includeDisabled: false, default)),
        OfPowens("Powens documents", powens => powens.Documents.ListAsync(new(), default)),
        OfQonto("Qonto registrations", qonto => qonto.Registrations.ListAsync(default)),
        OfQonto("Qonto events", qonto => qonto.Events.ListAsync(default)),
        new("Creditro KYC cases", handler =>
        {
            var creditro = Sessions.Creditro(handler);
            return () => creditro.ListCasesAsync(default);
        }),
    ];

    public override string ToString() => Name;

    private static ListType OfQard(string name, Func<QardClient, string, IAsyncEnumerable<object>> list) => new(name, handler =>
    {
        QardClient qard = Sessions.Qard(handler);
        string user = handler is RecordingHandler ? World.User : User;
        return () => list(qard, user);
    });

    private static ListType OfPowens(string name, Func<PowensClient, IAsyncEnumerable<object>> list) => new(name, handler =>
    {
        PowensClient powens = Sessions.Powens(handler);
        return () => list(powens);
    });

    private static ListType OfQonto(string name, Func<QontoClient, IAsyncEnumerable<object>> list) => new(name, handler =>
    {
        QontoClient qonto = Sessions.Qonto(handler);
        if (handler is RecordingHandler)
        {
            QontoWorld.CreateAsync(qonto).GetAwaiter().GetResult();
        }

        return () => list(qonto);
    });
}
