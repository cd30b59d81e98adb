using static CompanyData.Sandbox.Qard.Data.ConformityChecks;
using static CompanyData.Sandbox.Qard.Data.DataTypes;

namespace CompanyData.Sandbox.Qard.Inferred;

/// <summary>
/// The providers. Their names are [docs], and so are settings and credentials of comply_cube, infogreffe, budget_insight and sandbox_ocr; gocardless' credentials and first four data types, and company_legal_fr's first
/// three, are [seed]. Which providers take month_history, which other types a provider offers, which provider needs consent, and that only those of bank data are not
/// unique (somebody may have several banks) is [inferred].
/// </summary>
internal static class ProviderTable
{
    private const string AutoConnect = ProviderRow.AutoConnect;
    private const string MonthHistory = ProviderRow.MonthHistory;

    private static readonly string[] Register =
    [
        CompanyProfile, CompanyOfficer, BeneficialOwner, ArticlesOfAssociation, BackgroundCheck, BackgroundCheckV2, CourtDecision, Act,
        FinancialStatement, LegalNotice, CollectiveProcedure, RegistrationProof,
    ];

    private static readonly string[] Commerce =
    [
        CommerceTransaction, CommerceSubscription, CommerceTransactionInsight, CommerceSubscriptionInsight,
        CommerceLocation, CommerceCustomer, CommerceProduct, CommerceOrder,
    ];

    private static readonly string[] Taxes = [TaxReturn, TaxReturnAnalysis, VatDeclaration, CorporateTax, TaxAccount, TaxClearanceCertificate];
    private static readonly string[] Scans = [TaxReturn, TaxReturnAnalysis, FinancialStatement];
    private static readonly string[] Identity = [ConformityCheck];
    private static readonly string[] Bank = [BankAccount, BankTransaction];

    public static IReadOnlyList<ProviderRow> All { get; } =
    [
        new("company_legal_fr", AuthRequired: false, Register, [], ReadyFromTheStart: true),
        new("infogreffe", AuthRequired: false, Register, ["client_id", "password"]) { SettingNames = [AutoConnect, "confidential_only"] },
        new("impots_gouv", AuthRequired: true, Taxes, []),
        new("ocr_service", AuthRequired: false, Scans, []),
        new("comply_cube", AuthRequired: false, Identity, [])
        {
            SettingNames = [AutoConnect, OfficersCheck, OwnersCheck, NodesCheck],
        },
        new("gocardless", AuthRequired: true, Commerce, ["is_sandbox", "client_id", "client_secret"]) { SettingNames = [AutoConnect, MonthHistory] },
        new("stripe", AuthRequired: true, Commerce, []) { SettingNames = [AutoConnect, MonthHistory] },
        new("paypal", AuthRequired: true, Commerce, []),
        new("shopify", AuthRequired: true, Commerce, []),
        new("prestashop", AuthRequired: true, Commerce, []),
        new("woocommerce", AuthRequired: true, Commerce, []),
        new("budget_insight", AuthRequired: true, Bank, ["domain", "client_id", "client_secret"], Unique: false) { SettingNames = [AutoConnect, MonthHistory] },
        new("sandbox_openbanking", AuthRequired: true, Bank, [], Unique: false) { SettingNames = [AutoConnect, MonthHistory] },
        new("sandbox_public", AuthRequired: false, Register, []),
        new("sandbox_private", AuthRequired: true, Taxes, []),
        new("sandbox_ocr", AuthRequired: false, Scans, []) { SettingNames = [AutoConnect, ProviderRow.OcrType] },
        new("sandbox_commerce", AuthRequired: true, Commerce, []),
    ];
}
