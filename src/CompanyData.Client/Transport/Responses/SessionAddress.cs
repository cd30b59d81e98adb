namespace CompanyData.Transport;

/// <summary>What error messages say about the address of a session: its host, where the address came from, and where it redirects to.</summary>
internal sealed class SessionAddress(ServiceOptions options, string connectCommand)
{
    public string Host => options.BaseUri.Authority;

    /// <summary>The address, and the environment variable that it came from.</summary>
    public string Description => options.AddressVariable is { } variable
        ? $"{options.BaseUri}, from the environment variable {variable}"
        : $"{options.BaseUri}";

    /// <summary>The environment variable of the key, in parentheses, with a leading space; empty if the key was given.</summary>
    public string KeySource => options.KeyVariable is { } variable ? $" (environment variable {variable})" : string.Empty;

    /// <summary>How to use the address that the session's address redirects to.</summary>
    public string UseInstead(Uri target, ApiRequest request)
    {
        string path = $"/{request.Path.Split('?')[0]}";
        string plain = target.GetLeftPart(UriPartial.Path);
        string api = plain.EndsWith(path, StringComparison.Ordinal) ? plain.Substring(0, plain.Length - path.Length) : target.GetLeftPart(UriPartial.Authority);
        string variable = options.AddressVariable is { } name ? $", or set {name} to it" : string.Empty;
        return OriginRules.MayCarrySecrets(target)
            ? $"The address of the session ({Description}) redirects elsewhere. If {api} is the API, give it: {connectCommand} -Uri {api}{variable}."
            : $"The address of the session ({Description}) redirects to plain HTTP, which would expose the key. Check the address.";
    }
}
