using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Reads the environment: white space around a value does not count, and an empty one is none.</summary>
internal static class EnvironmentVariables
{
    public static string? Text(string variable) => Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } text ? text : null;

    public static Secret? Secret(string variable) => Text(variable) is { } text ? new Secret(text) : null;

    /// <exception cref="ArgumentException">It is no absolute address.</exception>
    public static Uri? Address(string variable) => Text(variable) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) ? uri
        : throw new ArgumentException($"{variable} is '{text}', which is not an absolute address.");
}
