namespace CompanyData.Qard;

/// <summary>A kind of data that Qard collects, and where it is read.</summary>
/// <param name="Name">Such as <c>COMPANY_PROFILE</c>.</param>
/// <param name="Path">Under <c>/users/{u}/</c>.</param>
/// <param name="IsPaged">Read page by page; the others come whole.</param>
/// <param name="IsSingle">One object, not a list.</param>
public sealed record QardDataType(string Name, string Path, bool IsPaged = false, bool IsSingle = false)
{
    public const string CompanyProfile = "COMPANY_PROFILE";
    public const string CompanyOfficer = "COMPANY_OFFICER";
    public const string BeneficialOwner = "BENEFICIAL_OWNER";
    public const string CommerceTransaction = "COMMERCE_TRANSACTION";
    public const string CommerceSubscription = "COMMERCE_SUBSCRIPTION";
    public const string CommerceTransactionInsight = "COMMERCE_TRANSACTION_INSIGHT";
    public const string CommerceSubscriptionInsight = "COMMERCE_SUBSCRIPTION_INSIGHT";

    /// <summary>The data types of the seed's guide, steps 4 and 5.</summary>
    public static readonly IReadOnlyList<string> Default = [CompanyProfile, CompanyOfficer, BeneficialOwner];

    /// <summary>
    /// Every type with a known path. The first seven paths are [seed]; bank-accounts and bank-transactions are [inferred]; the rest
    /// is [docs] or [seen]. That lists of transactions take page and per_page is [inferred] from the list of users.
    /// </summary>
    public static readonly IReadOnlyList<QardDataType> All =
    [
        new(CompanyProfile, "company-profile", IsSingle: true),
        new(CompanyOfficer, "company-officers"),
        new(BeneficialOwner, "beneficial-owners"),
        new(CommerceTransaction, "commerce-transactions", IsPaged: true),
        new(CommerceSubscription, "commerce-subscriptions", IsPaged: true),
        new(CommerceTransactionInsight, "commerce-transactions-insight"),
        new(CommerceSubscriptionInsight, "commerce-subscriptions-insight"),
        new("COMMERCE_LOCATION", "commerce-locations"),
        new("COMMERCE_CUSTOMER", "commerce-customers", IsPaged: true),
        new("COMMERCE_PRODUCT", "commerce-products", IsPaged: true),
        new("COMMERCE_ORDER", "commerce-orders", IsPaged: true),
        new("ARTICLES_OF_ASSOCIATION", "articles-of-association"),
        new("BACKGROUND_CHECK", "background-check-v2", IsSingle: true),
        new("CONFORMITY_CHECK", "conformity-checks"),
        new("COURT_DECISION", "court-decisions"),
        new("ACT", "acts"),
        new("FINANCIAL_STATEMENT", "financial-statements"),
        new("TAX_RETURN", "tax-returns"),
        new("TAX_RETURN_ANALYSIS", "tax-return-analysis"),
        new("VAT_DECLARATION", "vat-declarations"),
        new("CORPORATE_TAX", "corporate-taxes"),
        new("BANK_ACCOUNT", "bank-accounts"),
        new("BANK_TRANSACTION", "bank-transactions", IsPaged: true),
    ];

    /// <summary>The type of a name in any case; null for one that is not in the table, since the list is open.</summary>
    public static QardDataType? Find(string name)
        => All.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>As <see cref="Find"/>; a type that is not in the table is read at the path that its name suggests [inferred].</summary>
    public static QardDataType Parse(string name) => Find(name) ?? new(name.ToUpperInvariant(), name.ToLowerInvariant().Replace('_', '-'));
}
