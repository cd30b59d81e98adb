namespace CompanyData.Sandbox.Qard.Data;

/// <summary>The names of the data types. [seed] for those of the two guides, [docs] for the others, but COLLECTIVE_PROCEDURE [inferred].</summary>
internal static class DataTypes
{
    public const string CompanyProfile = "COMPANY_PROFILE";
    public const string CompanyOfficer = "COMPANY_OFFICER";
    public const string BeneficialOwner = "BENEFICIAL_OWNER";
    public const string CommerceTransaction = "COMMERCE_TRANSACTION";
    public const string CommerceSubscription = "COMMERCE_SUBSCRIPTION";
    public const string CommerceTransactionInsight = "COMMERCE_TRANSACTION_INSIGHT";
    public const string CommerceSubscriptionInsight = "COMMERCE_SUBSCRIPTION_INSIGHT";
    public const string CommerceLocation = "COMMERCE_LOCATION";
    public const string CommerceCustomer = "COMMERCE_CUSTOMER";
    public const string CommerceProduct = "COMMERCE_PRODUCT";
    public const string CommerceOrder = "COMMERCE_ORDER";
    public const string ArticlesOfAssociation = "ARTICLES_OF_ASSOCIATION";
    public const string BackgroundCheck = "BACKGROUND_CHECK";
    public const string BackgroundCheckV2 = "BACKGROUND_CHECK_V2";
    public const string LegalNotice = "LEGAL_NOTICE";
    public const string CollectiveProcedure = "COLLECTIVE_PROCEDURE";
    public const string RegistrationProof = "REGISTRATION_PROOF";
    public const string TaxAccount = "TAX_ACCOUNT";
    public const string TaxClearanceCertificate = "TAX_CLEARANCE_CERTIFICATE";
    public const string ConformityCheck = "CONFORMITY_CHECK";
    public const string CourtDecision = "COURT_DECISION";
    public const string Act = "ACT";
    public const string FinancialStatement = "FINANCIAL_STATEMENT";
    public const string TaxReturn = "TAX_RETURN";
    public const string TaxReturnAnalysis = "TAX_RETURN_ANALYSIS";
    public const string VatDeclaration = "VAT_DECLARATION";
    public const string CorporateTax = "CORPORATE_TAX";
    public const string BankAccount = "BANK_ACCOUNT";
    public const string BankTransaction = "BANK_TRANSACTION";
}
