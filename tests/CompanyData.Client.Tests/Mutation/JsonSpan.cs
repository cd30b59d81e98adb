using System.Text.Json;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>A part of a JSON text: a value, braces and brackets included, or a name.</summary>
internal readonly record struct JsonSpan(int Start, int Length, JsonTokenType Type)
{
    public int End => Start + Length;

    public static JsonSpan[] FindAll(byte[] json)
    {
        List<JsonSpan> spans = [];
        Stack<(int Start, JsonTokenType Type)> open = new();
        Utf8JsonReader reader = new(json);
        try
        {
            while (reader.Read())
            {
                int start = (int)reader.TokenStartIndex;
                int end = (int)reader.BytesConsumed;
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push((start, reader.TokenType));
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        (int began, JsonTokenType type) = open.Pop();
                        spans.Add(new(began, end - began, type));
                        break;
                    default:
                        // What a name consumes includes its colon.
                        int length = reader.TokenType is JsonTokenType.PropertyName ? reader.ValueSpan.Length + 2 : end - start;
                        spans.Add(new(start, length, reader.TokenType));
                        break;
                }
            }
        }
        catch (JsonException)
        {
            return [];
        }

        return [.. spans];
    }
}
