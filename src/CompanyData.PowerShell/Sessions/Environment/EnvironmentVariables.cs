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
            Uri address = new(text, UriKind.RelativeOrAbsolute);
            ServiceOptions.EnsureUsable(address);
            return address;
        }
        catch (Exception exception) when (exception is ArgumentException or UriFormatException)
        {
            throw new ArgumentException($"The environment variable {variable}: {exception.Message}", exception);
        }
    }
}
