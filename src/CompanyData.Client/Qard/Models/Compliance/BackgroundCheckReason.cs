namespace CompanyData.Qard;

/// <summary>Why a background check is not acceptable; the list is open. Source: qard.md, background check reasons [docs].</summary>
public static class BackgroundCheckReason
{
    public static readonly IReadOnlyList<string> All =
    [
        "BENEFICIAL_OWNER_BLACKLISTED", "BENEFICIAL_OWNER_NATIONALITY_BLACKLISTED", "COMPANY_ADDRESS_BLACKLISTED", "MANAGEMENT_DIFFICULTIES",
        "RELATED_MANAGEMENT_DIFFICULTIES", "FINANCIAL_DIFFICULTIES", "RELATED_FINANCIAL_DIFFICULTIES", "CLOSED_COMPANY", "INACTIVE_COMPANY",
        "WATCHLIST", "PEP", "ADVERSE_MEDIA", "OTHER_LISTS",
    ];
}
