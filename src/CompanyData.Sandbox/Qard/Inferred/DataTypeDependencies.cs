using static CompanyData.Sandbox.Qard.Data.DataTypes;

namespace CompanyData.Sandbox.Qard.Inferred;

/// <summary>That dependent types are synchronised although not asked for is [docs]; which depend on which is [inferred].</summary>
internal static class DataTypeDependencies
{
    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        [CommerceTransactionInsight] = [CommerceTransaction],
        [CommerceSubscriptionInsight] = [CommerceSubscription],
        [BackgroundCheck] = [CompanyProfile, CompanyOfficer, BeneficialOwner],
        [TaxReturnAnalysis] = [TaxReturn],
        [BankTransaction] = [BankAccount],
    };

    public static IEnumerable<string> WithDependencies(string dataType) =>
        Table.TryGetValue(dataType, out var needed) ? [dataType, .. needed] : [dataType];
}
