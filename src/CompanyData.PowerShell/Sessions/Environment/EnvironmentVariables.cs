using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Reads the environment: white space around a value does not count, and an empty one is none.</summary>
internal static class EnvironmentVariables
{
    public static string? Text(string variable) => Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } text ? text : null;

    public static Secret? Secret(string variable) => Text(variable) is { } text ? SecretText.ToKey(text) : null;

    /// <exception cref="ArgumentException">It is not an address that a key may go to; the message names the variable.</exception>
    public static Uri? Address(string variable)
    {
        if (Text(variable) is not { } text)
        {
            return null;
        }

        try
        {
            Uri address = Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) ? uri : throw new ArgumentException($"'{text}' is not an absolute address.");
            ServiceOptions.EnsureUsable(address);
            return address;
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"The environment variable {variable}: {exception.Message}", exception);
        }
    }
}
