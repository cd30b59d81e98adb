using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CompanyData.Redaction;

/// <summary>JSON in which hidden values are masked. For truncated or malformed JSON it contains the readable start.</summary>
internal sealed class RedactedJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly RedactionPolicy _policy;
    private readonly Utf8JsonWriter _writer;
    private readonly Stack<bool> _visible = new();
    private string? _name;

    private RedactedJson(Utf8JsonWriter writer, RedactionPolicy policy)
    {
        _writer = writer;
        _policy = policy;
    }

    /// <summary>The redacted JSON; empty if not even the start is JSON.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Whether the input was one complete object or array.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether there is at least one field or text.</summary>
    public bool HasContent { get; private set; }

    private bool IsSecret => _name is not null && RedactionPolicy.IsSecret(_name);

    private bool IsShown => !IsSecret && ((_visible.Count > 0 && _visible.Peek()) || (_name is not null && _policy.IsVisible(_name)));

    public static RedactedJson Read(string json, RedactionPolicy policy)
    {
        using MemoryStream buffer = new();
        RedactedJson result;
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            result = new(writer, policy);
            try
            {
                result.Copy(Encoding.UTF8.GetBytes(json));
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                result.IsWhole = false;
            }
        }

        result.Text = Encoding.UTF8.GetString(buffer.ToArray());
        return result;
    }

    private void Copy(byte[] json)
    {
        Utf8JsonReader reader = new(json, isFinalBlock: false, state: default);
        while (reader.Read())
        {
            HasContent |= reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String;
            Copy(ref reader);
            IsWhole = reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
        }

        if (_policy.ShowsCutText && IsShown)
        {
            int end = (int)reader.BytesConsumed;
            _writer.WriteStringValue(Encoding.UTF8.GetString(json, end, json.Length - end).TrimStart(' ', ':', ',', '"'));
        }
    }

    private void Copy(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _name = reader.GetString()!;
                _writer.WritePropertyName(_name);
                return;
            case JsonTokenType.StartObject or JsonTokenType.StartArray when IsSecret:
                _writer.WriteStringValue(Redactor.Mask);
                _name = reader.TrySkip() ? null : throw new JsonException();
                return;
            case JsonTokenType.StartObject:
                _writer.WriteStartObject();
                _visible.Push(_policy.ShowsNested && IsShown);
                break;
            case JsonTokenType.StartArray:
                _writer.WriteStartArray();
                _visible.Push(IsShown);
                break;
            case JsonTokenType.EndObject:
                _writer.WriteEndObject();
                _visible.Pop();
                break;
            case JsonTokenType.EndArray:
                _writer.WriteEndArray();
                _visible.Pop();
                break;
            case JsonTokenType.String when IsShown:
                _writer.WriteStringValue(reader.GetString());
                break;
            case JsonTokenType.Number when IsShown || (_policy.ShowsNumbers && !IsSecret):
            case JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null when !IsSecret:
                _writer.WriteRawValue(Encoding.UTF8.GetString(reader.ValueSpan.ToArray()), skipInputValidation: true);
                break;
            default:
                _writer.WriteStringValue(Redactor.Mask);
                break;
        }

        _name = null;
    }
}
