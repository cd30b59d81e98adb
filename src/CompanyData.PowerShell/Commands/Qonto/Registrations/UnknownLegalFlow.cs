using CompanyData.Qonto;
using CompanyData.Transport;

namespace CompanyData.Commands.Qonto;

/// <summary>The warning for an undocumented legal flow, which is still sent.</summary>
internal static class UnknownLegalFlow
{
    /// <returns>Null if the flow is documented or absent.</returns>
    public static string? Describe(string? flow) => string.IsNullOrEmpty(flow) || QontoRules.LegalFlows.Contains(flow, StringComparer.OrdinalIgnoreCase)
        ? null
        : $"'{flow}' is not a legal flow that Qonto documents by name; it is sent unchanged. Documented flows: {string.Join(", ", QontoRules.LegalFlows)}.{Suggestion.For(flow!, QontoRules.LegalFlows)}";
}
