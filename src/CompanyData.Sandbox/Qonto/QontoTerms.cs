namespace CompanyData.Sandbox.Qonto;

/// <summary>Values that a registration may hold. [seed]</summary>
internal static class QontoTerms
{
    public const string ExistingCompany = "existing_company";
    public const string CompanyCreation = "company_creation";
    public const string Freelancer = "freelancer";
    public const string Physical = "physical";
    public const string Seamless = "seamless";
    public const string Manual = "manual";
    public const string France = "FR";
    public const string Germany = "DE";
    public const string Euro = "EUR";

    public static IReadOnlyList<string> Locales { get; } = ["en", "fr", "it", "de", "es", "pt"];

    public static IReadOnlyList<string> EntityTypes { get; } = [Freelancer, "company"];

    public static IReadOnlyList<string> Genders { get; } = ["male", "female", "other"];

    public static IReadOnlyList<string> FrenchLegalForms { get; } =
        ["SAS", "SASU", "SARL", "EURL", "SELARL", "SNC", "SCI", "Autre société civile"];
}
