using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard.Data;

/// <summary>
/// The data types and their paths. If a path is documented in two spellings, the first is [seed] and the second [docs]; the
/// paths of bank data, collective procedures and the registration proof are [inferred].
/// </summary>
internal static class DataCatalog
{
    public static IReadOnlyList<DataTypeRow> All { get; } =
    [
        Single(DataTypes.CompanyProfile, "company-profile", CompanyProfile.Rows),
        List(DataTypes.CompanyOfficer, "company-officers", CompanyOfficers.Rows),
        List(DataTypes.BeneficialOwner, "beneficial-owners", BeneficialOwners.Rows),
        PerConnection(DataTypes.CommerceTransaction, CommerceTransactions.Rows, "commerce-transactions"),
        PerConnection(DataTypes.CommerceSubscription, CommerceSubscriptions.Rows, "commerce-subscriptions"),
        PerConnection(
            DataTypes.CommerceTransactionInsight,
            CommerceTransactionInsights.Rows,
            "commerce-transactions-insight",
            "commerce-transactions-insights"),
        PerConnection(
            DataTypes.CommerceSubscriptionInsight,
            CommerceSubscriptionInsights.Rows,
            "commerce-subscriptions-insight",
            "commerce-subscriptions-insights"),
        PerConnection(DataTypes.CommerceLocation, UnpublishedRows.Locations, "commerce-locations"),
        PerConnection(DataTypes.CommerceCustomer, UnpublishedRows.Customers, "commerce-customers"),
        PerConnection(DataTypes.CommerceProduct, UnpublishedRows.Products, "commerce-products"),
        PerConnection(DataTypes.CommerceOrder, UnpublishedRows.Orders, "commerce-orders"),
        List(DataTypes.ArticlesOfAssociation, "articles-of-association", UnpublishedRows.Articles),
        Single(DataTypes.BackgroundCheck, "background-check-v2", CompanyChecks.Background) with { OtherName = DataTypes.BackgroundCheckV2 },
        PerConnection(DataTypes.ConformityCheck, ConformityChecks.Rows, "conformity-checks"),
        List(DataTypes.LegalNotice, "legal-notices", LegalNotices.Rows),
        List(DataTypes.CollectiveProcedure, "collective-procedures", LegalNotices.Procedures),
        List(DataTypes.RegistrationProof, "registration-proof", UnpublishedRows.RegistrationProofs),
        List(DataTypes.TaxAccount, "tax-accounts", UnpublishedRows.TaxAccounts),
        new(DataTypes.TaxClearanceCertificate, ["tax-clearance-certificates", "tax-clearance-certificate"], DataShape.List, TaxReturns.ClearanceCertificates),
        List(DataTypes.CourtDecision, "court-decisions", CompanyDocuments.CourtDecisions),
        new(DataTypes.Act, ["acts"], DataShape.ListOrNotFound, CompanyDocuments.Acts),
        List(DataTypes.FinancialStatement, "financial-statements", CompanyDocuments.FinancialStatements),
        List(DataTypes.TaxReturn, "tax-returns", TaxReturns.Rows) with { HasItems = true },
        List(DataTypes.TaxReturnAnalysis, "tax-return-analysis", UnpublishedRows.TaxReturnAnalyses),
        List(DataTypes.VatDeclaration, "vat-declarations", VatDeclarations.Rows) with { HasItems = true },
        List(DataTypes.CorporateTax, "corporate-taxes", TaxReturns.CorporateTaxes) with { HasItems = true },
        PerConnection(DataTypes.BankAccount, BankAccounts.Rows, "bank-accounts"),
        PerConnection(DataTypes.BankTransaction, BankTransactions.Rows, "bank-transactions"),
    ];

    public static bool Knows(string dataType) => All.Any(row => row.IsNamed(dataType));

    private static DataTypeRow Single(string name, string path, Func<DataSource, Rows> rows) =>
        new(name, [path], DataShape.Single, rows);

    private static DataTypeRow List(string name, string path, Func<DataSource, Rows> rows) =>
        new(name, [path], DataShape.List, rows);

    private static DataTypeRow PerConnection(string name, Func<DataSource, Rows> rows, params string[] paths) =>
        new(name, paths, DataShape.List, rows, IsPerConnection: true);
}
