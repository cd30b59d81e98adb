namespace CompanyData.Sandbox.Qonto;

/// <summary>The statuses of a registration. [seed]</summary>
internal static class QontoStatus
{
    public const string Created = "created";
    public const string Pending = "pending";
    public const string UserStarted = "user_started";
    public const string PricePlanSelected = "price_plan_selected";
    public const string ContractSigned = "contract_signed";
    public const string Submitted = "submitted";
    public const string CapitalDepositActivated = "capital_deposit_activated";
    public const string CapitalDepositRequestSigned = "capital_deposit_request_signed";
    public const string CapitalDepositCertificateSigned = "capital_deposit_certificate_signed";
    public const string Completed = "completed";

    /// <summary>What an existing company goes through. The order is [docs] of those that are events, else [seed].</summary>
    public static IReadOnlyList<string> OfExistingCompany { get; } =
        [UserStarted, PricePlanSelected, ContractSigned, Completed];

    /// <summary>What a new company goes through: the deposit of its capital comes in between. [docs]</summary>
    public static IReadOnlyList<string> OfCompanyCreation { get; } =
    [
        UserStarted, PricePlanSelected, ContractSigned, Submitted, CapitalDepositActivated, CapitalDepositRequestSigned,
        CapitalDepositCertificateSigned, Completed,
    ];
}
