using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>Looks at all that can be seen of what a reader gave, or of how it failed.</summary>
internal static class Inspection
{
    private const int LongestMessage = 4000;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Reads every property and prints everything; none may throw or hold what drives a terminal.</summary>
    public static void Read(object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                AssertHarmless(text, "text");
                break;
            case FieldMap map:
                AssertHarmless(map.ToString(), "map");
                foreach ((string name, object? field) in map)
                {
                    AssertHarmless(name, "name");
                    Read(field);
                }

                break;
            case IDictionary map:
                Read(map.Keys);
                Read(map.Values);
                break;
            case IEnumerable list:
                AssertHarmless(list.ToString()!, "list");
                foreach (object? item in list)
                {
                    Read(item);
                }

                break;
            default:
                AssertHarmless(value.ToString()!, value.GetType().Name);
                ReadProperties(value);
                break;
        }
    }

    public static void AssertTyped(ApiException failure, bool isSuccess, bool brokeOff, string secret)
    {
        string?[] texts = [failure.Message, failure.ProviderCode, failure.ProviderMessage, failure.BodyExtract, failure.RequestId, failure.Remedy];
        foreach (string? text in texts.Append(failure.ToString()).Append(failure.InnerException?.ToString()))
        {
            Require(text?.Contains(secret, StringComparison.Ordinal) != true, "the secret is shown", text!);
        }

        foreach (string text in texts.OfType<string>())
        {
            Require(!text.Any(char.IsControl) && !text.Any(IsOverride), "a control character is shown", text);
            Require(text.Length <= LongestMessage, $"{text.Length} characters are shown", text);
        }

        Require(failure.Message.StartsWith($"{failure.Service}: ", StringComparison.Ordinal), "the message does not begin with the service", failure.Message);
        if (!brokeOff)
        {
            Require(failure.Kind != ApiErrorKind.Network, "a bad answer passes for a broken connection", failure.ToString());
            Require(!isSuccess || failure.Kind is ApiErrorKind.InvalidResponse or ApiErrorKind.OutcomeUnknown, $"kind {failure.Kind} of a success", failure.ToString());
        }
    }

    private static void ReadProperties(object value)
    {
        Type type = value.GetType();
        if (type.Namespace?.StartsWith("CompanyData", StringComparison.Ordinal) != true || type.IsEnum)
        {
            return;
        }

        foreach (PropertyInfo property in Properties.GetOrAdd(type, it => [.. it.GetProperties().Where(property => property.GetIndexParameters().Length == 0)]))
        {
            Read(property.GetValue(value));
        }

        if (value is ApiObject item)
        {
            Read(item.GetAdditionalFields());
        }
    }

    private static void AssertHarmless(string text, string where)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isLine = c is '\n' or '\t' || (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n');
            Require((!char.IsControl(c) || isLine) && !IsOverride(c), $"U+{(int)c:X4} in {where}", text);
        }
    }

    private static bool IsOverride(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static void Require(bool condition, string what, string text)
    {
        if (!condition)
        {
            throw new InvalidDataException($"{what}: {(text.Length > 400 ? text[..400] : text)}");
        }
    }
}
