using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompanyData.Redaction;

/// <summary>A key, token or password. It never shows its value when printed, serialized or formatted.</summary>
public sealed class Secret
{
    private readonly string _value;
    private readonly Lazy<string[]> _forms;

    /// <param name="value">The plain text.</param>
    /// <exception cref="ArgumentException">The value is empty.</exception>
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

    /// <summary>Whether a header can carry it: no line break, nothing beyond ASCII.</summary>
    internal bool FitsHeader => _value.All(c => c is >= ' ' and <= '~');

    /// <summary>The plain text; call it only where the value goes on the wire or is searched for to be hidden.</summary>
    public string Reveal() => _value;

    /// <summary>The plain text, and how it reads inside JSON and an address.</summary>
    internal IReadOnlyList<string> Forms => _forms.Value;

    public override string ToString() => Redactor.Mask;
}
