using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>The warning for a legal flow that is not documented. The list is open, so it is sent.</summary>
internal static class UnknownLegalFlow
{
    /// <returns>Null where the flow is documented or absent.</returns>
    public static string? Describe(string? flow) => string.IsNullOrEmpty(flow) || QontoRules.LegalFlows.Contains(flow, StringComparer.OrdinalIgnoreCase)
        ? null
        : $"'{flow}' is not a legal flow that Qonto documents by name; it is sent unchanged. Documented are: {string.Join(", ", QontoRules.LegalFlows)}.{Suggestion.For(flow!, QontoRules.LegalFlows)}";
}
