using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompanyData.Redaction;

/// <summary>A key, token or password. Its value never appears when it is printed, serialized or formatted.</summary>
public sealed class Secret
{
    /// <summary>From this length on no text holds a secret by chance, unless it is ordinary words or a number.</summary>
    private const int DistinctiveLength = 6;

    /// <summary>From this length on not even an ordinary word or number is in a text by chance.</summary>
    private const int DistinctiveWordLength = 12;

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

    /// <summary>
    /// Whether a text that contains the value must mean it. A short value, or one of ordinary words or of digits, is part of other words, codes
    /// and ids by chance: of such a secret only whole words are masked.
    /// </summary>
    internal bool IsDistinctive => _value.Length >= DistinctiveWordLength
        || (_value.Length >= DistinctiveLength && !_value.All(c => char.IsLetter(c) || c == ' ') && !_value.All(char.IsDigit));

    /// <summary>Whether an HTTP header can carry the value: only printable ASCII characters.</summary>
    internal bool FitsHeader => _value.All(c => c is >= ' ' and <= '~');

    /// <summary>Returns the plain text. Call this only to send the value or to mask it.</summary>
    public string Reveal() => _value;

    /// <summary>The plain text and its encodings in JSON and in URLs.</summary>
    internal IReadOnlyList<string> Forms => _forms.Value;

    public override string ToString() => Redactor.Mask;
}
