using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>The error for a provider name that the service does not list.</summary>
internal static class UnknownProvider
{
    public static ApiException Named(string name, IEnumerable<string?> known) => new(ApiErrorKind.NotFound, "Qard", "find the provider", $"Qard: there is no provider '{name}'.{Suggestion.For(name, known.OfType<string>())}")
    {
        Subject = name,
        Remedy = "List the providers with Get-QardProvider.",
    };
}
