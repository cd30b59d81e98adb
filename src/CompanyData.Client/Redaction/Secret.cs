using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompanyData.Redaction;

/// <summary>A key, token or password. Its value never appears when it is printed, serialized or formatted.</summary>
public sealed class Secret
{
    private readonly string _value;
    private readonly Lazy<string[]> _forms;

    /// <param name="value">The secret in plain text.</param>
    /// <exception cref="ArgumentException">The value is empty or white space.</exception>
    public Secret(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("A secret must not be empty.", nameof(value));
        }

        _value = value;
        _forms = new(() => [.. new[]
        {
            value,
            JsonEncodedText.Encode(value).ToString(),
            JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            Uri.EscapeDataString(value),
        }.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Whether an HTTP header can carry the value: only printable ASCII characters.</summary>
    internal bool FitsHeader => _value.All(c => c is >= ' ' and <= '~');

    /// <summary>Returns the plain text. Call this only to send the value or to mask it.</summary>
    public string Reveal() => _value;

    /// <summary>The plain text and its encodings in JSON and in URLs.</summary>
    internal IReadOnlyList<string> Forms => _forms.Value;

    public override string ToString() => Redactor.Mask;
}
