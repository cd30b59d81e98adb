namespace CompanyData.Qard;

/// <summary>A data type of Qard and the path at which it is read.</summary>
/// <param name="Name">Name, such as <c>COMPANY_PROFILE</c>.</param>
/// <param name="Path">Path below <c>/users/{u}/</c>.</param>
/// <param name="IsPaged">Whether the type is read in pages.</param>
/// <param name="IsSingle">Whether the type is a single object instead of a list.</param>
/// <param name="OtherPath">Another spelling in the documents, tried where the first is not there.</param>
/// <param name="HasItems">Items can be read one by one, by their id.</param>
/// <param name="MaxItems">How many items come at most, although there may be more [docs]; null for all of them.</param>
public sealed record QardDataType(string Name, string Path, bool IsPaged = false, bool IsSingle = false, string? OtherPath = null, bool HasItems = false, int? MaxItems = null)
{
    public const string CompanyProfile = "COMPANY_PROFILE";
    public const string CompanyOfficer = "COMPANY_OFFICER";
    public const string BeneficialOwner = "BENEFICIAL_OWNER";
    public const string CommerceTransaction = "COMMERCE_TRANSACTION";
    public const string CommerceSubscription = "COMMERCE_SUBSCRIPTION";
    public const string CommerceTransactionInsight = "COMMERCE_TRANSACTION_INSIGHT";
    public const string CommerceSubscriptionInsight = "COMMERCE_SUBSCRIPTION_INSIGHT";

    public const string BackgroundCheck = "BACKGROUND_CHECK";
    public const string BackgroundCheckV2 = "BACKGROUND_CHECK_V2";
    public const string ConformityCheck = "CONFORMITY_CHECK";

    public const string Act = "ACT";

    /// <summary>Data types in the seed's guide, steps 4 and 5.</summary>
    public static readonly IReadOnlyList<string> Default = [CompanyProfile, CompanyOfficer, BeneficialOwner];

    /// <summary>
    /// Every type with a known path. The first seven paths are [seed]; bank-accounts, bank-transactions, collective-procedures and
    /// registration-proof are [inferred], and so is that BACKGROUND_CHECK_V2 is read where BACKGROUND_CHECK is; the rest is [docs] or [seen]. That lists of transactions take page and per_page is [inferred] from the list of users.
    /// </summary>
    public static readonly IReadOnlyList<QardDataType> All =
    [
        new(CompanyProfile, "company-profile", IsSingle: true),
        new(CompanyOfficer, "company-officers"),
        new(BeneficialOwner, "beneficial-owners"),
        new(CommerceTransaction, "commerce-transactions", IsPaged: true),
        new(CommerceSubscription, "commerce-subscriptions", IsPaged: true),
        new(CommerceTransactionInsight, "commerce-transactions-insight", OtherPath: "commerce-transactions-insights"),
        new(CommerceSubscriptionInsight, "commerce-subscriptions-insight", OtherPath: "commerce-subscriptions-insights"),
        new("COMMERCE_LOCATION", "commerce-locations"),
        new("COMMERCE_CUSTOMER", "commerce-customers", IsPaged: true),
        new("COMMERCE_PRODUCT", "commerce-products", IsPaged: true),
        new("COMMERCE_ORDER", "commerce-orders", IsPaged: true),
        new("ARTICLES_OF_ASSOCIATION", "articles-of-association"),
        new(BackgroundCheck, "background-check-v2", IsSingle: true),
        new(BackgroundCheckV2, "background-check-v2", IsSingle: true),
        new(ConformityCheck, "conformity-checks"),
        new("COURT_DECISION", "court-decisions", MaxItems: 20),
        new(Act, "acts"),
        new("FINANCIAL_STATEMENT", "financial-statements"),
        new("LEGAL_NOTICE", "legal-notices", IsPaged: true),
        new("COLLECTIVE_PROCEDURE", "collective-procedures"),
        new("REGISTRATION_PROOF", "registration-proof"),
        new("TAX_ACCOUNT", "tax-accounts"),
        new("TAX_CLEARANCE_CERTIFICATE", "tax-clearance-certificates", OtherPath: "tax-clearance-certificate"),
        new("TAX_RETURN", "tax-returns", HasItems: true),
        new("TAX_RETURN_ANALYSIS", "tax-return-analysis"),
        new("VAT_DECLARATION", "vat-declarations", HasItems: true),
        new("CORPORATE_TAX", "corporate-taxes", HasItems: true),
        new("BANK_ACCOUNT", "bank-accounts"),
        new("BANK_TRANSACTION", "bank-transactions", IsPaged: true),
    ];

    /// <summary>Finds a type by name, ignoring case; null for an unknown type.</summary>
    public static QardDataType? Find(string name)
        => All.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Like <see cref="Find"/>; for an unknown type the path is derived from its name [inferred].</summary>
    public static QardDataType Parse(string name) => Find(name) ?? new(name.ToUpperInvariant(), name.ToLowerInvariant().Replace('_', '-'));
}
