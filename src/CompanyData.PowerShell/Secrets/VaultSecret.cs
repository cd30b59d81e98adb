using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace CompanyData.Secrets;

/// <summary>
/// A secret of a vault, read as values for the parameters of a Connect- cmdlet: a text is the main one of them, a credential also has a
/// user name, a hashtable names the parameters itself.
/// </summary>
internal sealed class VaultSecret
{
    private readonly string _name;
    private readonly Dictionary<string, object> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _known = [];

    /// <param name="name">Its name, for errors.</param>
    /// <param name="value">As Get-Secret gives it.</param>
    /// <param name="shape">Which parameters a text and a credential stand for.</param>
    /// <exception cref="ArgumentException">It is of a kind that no session can be opened with.</exception>
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
                    $"The secret '{name}' is a {value?.GetType().Name ?? "null"}; a session takes a text, a SecureString, a PSCredential or a hashtable.");
        }
    }

    /// <summary>What was given, else what the secret holds for it; null where neither says anything.</summary>
    /// <exception cref="ArgumentException">What it holds is empty, or no text.</exception>
    public SecureString? Secure(SecureString? given, string parameter) => Find(parameter) switch
    {
        null => given,
        _ when given is not null => given,
        SecureString { Length: > 0 } secret => secret,
        string { Length: > 0 } text => new NetworkCredential(string.Empty, text).SecurePassword,
        PSCredential credential => credential.Password,
        _ => throw Unusable(parameter),
    };

    /// <summary>As <see cref="Secure"/>, for what is no secret by itself.</summary>
    /// <exception cref="ArgumentException">What it holds is empty, or no text.</exception>
    public string? Text(string? given, string parameter) => Find(parameter) switch
    {
        null => given,
        _ when given is not null => given,
        SecureString { Length: > 0 } secret => new NetworkCredential(string.Empty, secret).Password,
        string { Length: > 0 } text => text,
        _ => throw Unusable(parameter),
    };

    /// <exception cref="ArgumentException">It holds something that was not asked for: most likely a name with a typing error.</exception>
    public void DemandNoMore()
    {
        if (_values.Keys.FirstOrDefault(key => !_known.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new ArgumentException($"The secret '{_name}' names '{unknown}', which is taken from no secret; it may name {string.Join(", ", _known)}.");
        }
    }

    /// <summary>What it holds opens no session.</summary>
    public ArgumentException TooLittle(string service, string variables) => new(
        $"The secret '{_name}' alone opens no {service} session: {variables} is needed. A hashtable secret may name {string.Join(", ", _known)}; "
        + "the rest comes from parameters or the environment.");

    private object? Find(string parameter)
    {
        _known.Add(parameter);
        return _values.TryGetValue(parameter, out object? value) ? value : null;
    }

    private ArgumentException Unusable(string parameter) => new($"'{parameter}' of the secret '{_name}' is empty, or no text.");
}
