using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Reads environment variables: trims values and treats empty ones as not set.</summary>
internal static class EnvironmentVariables
{
    public static string? Text(string variable) => Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } text ? text : null;

    public static Secret? Secret(string variable) => Text(variable) is { } text ? SecretText.ToKey(text) : null;

    /// <exception cref="ArgumentException">The value is not an address to which a key may be sent; the message names the variable.</exception>
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
