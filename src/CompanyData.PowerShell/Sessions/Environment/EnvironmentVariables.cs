using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>Reads environment variables: trims values and treats empty ones as not set.</summary>
internal static class EnvironmentVariables
{
    public static string? Text(string variable) => Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } text ? text : null;

    /// <exception cref="ArgumentException">The value cannot be a key; the message names the variable.</exception>
    public static Secret? Secret(string variable)
    {
        try
        {
            return Text(variable) is { } text ? SecretText.ToKey(text) : null;
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"The environment variable {variable}: {exception.Message}", exception);
        }
    }

    /// <summary>Returns the name of a variable if it is set and nothing else was given in its place; otherwise null.</summary>
    public static string? Source(string variable, object? given) => given is null && Text(variable) is not null ? variable : null;

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
