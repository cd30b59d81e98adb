using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace CompanyData.Secrets;

/// <summary>
/// A secret from a vault, as values for the parameters of a Connect- cmdlet: a text is the main parameter, a credential also has a user
/// name, and a hashtable names the parameters itself.
/// </summary>
internal sealed class VaultSecret
{
    private readonly string _name;
    private readonly Dictionary<string, object> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _known = [];

    /// <param name="name">Name of the secret, for errors.</param>
    /// <param name="value">The value returned by Get-Secret.</param>
    /// <param name="shape">The parameters for a text and a credential.</param>
    /// <exception cref="ArgumentException">The type of the secret is not supported.</exception>
    public VaultSecret(string name, object? value, SecretShape shape)
    {
        _name = name;
        switch (value)
        {
            case SecureString or string:
                _values[shape.Text] = value;
                break;
            case PSCredential credential:
                _values[shape.Password] = credential.Password;
                if (shape.UserName is { } parameter)
                {
                    _values[parameter] = credential.UserName;
                }

                break;
            case IDictionary table:
                foreach (DictionaryEntry entry in table)
                {
                    _values[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty]
                        = (entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value) ?? string.Empty;
                }

                break;
            default:
                throw new ArgumentException(
                    $"The secret '{name}' is a {value?.GetType().Name ?? "null"}; a session requires a text, a SecureString, a PSCredential or a hashtable.");
        }
    }

    /// <summary>Returns the given value, otherwise the value in the secret; null if there is neither.</summary>
    /// <exception cref="ArgumentException">The value in the secret is empty or not text.</exception>
    public SecureString? Secure(SecureString? given, string parameter) => Find(parameter) switch
    {
        null => given,
        _ when given is not null => given,
        SecureString { Length: > 0 } secret => secret,
        string { Length: > 0 } text => new NetworkCredential(string.Empty, text).SecurePassword,
        PSCredential credential => credential.Password,
        _ => throw Unusable(parameter),
    };

    /// <summary>Like <see cref="Secure"/>, for values that are not secret.</summary>
    /// <exception cref="ArgumentException">The value in the secret is empty or not text.</exception>
    public string? Text(string? given, string parameter) => Find(parameter) switch
    {
        null => given,
        _ when given is not null => given,
        SecureString { Length: > 0 } secret => new NetworkCredential(string.Empty, secret).Password,
        string { Length: > 0 } text => text,
        _ => throw Unusable(parameter),
    };

    /// <exception cref="ArgumentException">The secret has an unknown parameter, most likely a typing error.</exception>
    public void EnsureAllKnown()
    {
        if (_values.Keys.FirstOrDefault(key => !_known.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new ArgumentException($"The secret '{_name}' has the unknown parameter '{unknown}'; it may have {string.Join(", ", _known)}.");
        }
    }

    /// <summary>Creates the error for a secret that is not enough to open a session.</summary>
    public ArgumentException Insufficient(string service, string variables) => new(
        $"The secret '{_name}' alone cannot open a {service} session: {variables} is required. A hashtable secret may have {string.Join(", ", _known)}; "
        + "the rest can come from parameters or environment variables.");

    private object? Find(string parameter)
    {
        _known.Add(parameter);
        return _values.TryGetValue(parameter, out object? value) ? value : null;
    }

    private ArgumentException Unusable(string parameter) => new($"'{parameter}' of the secret '{_name}' is empty or not text.");
}
