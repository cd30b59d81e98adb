using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>Spoils an answer. The same random numbers spoil it in the same way.</summary>
internal sealed class Mutator(IReadOnlyList<RecordedAnswer> all)
{
    private const int Deep = 100_000;

    private static readonly string[] HugeNumbers =
    [
        "1e400", "-1e400", "1e-400", new('9', 400), "-" + new string('9', 400), "0." + new string('9', 400), "9223372036854775808",
        "79228162514264337593543950336", "1e2147483648", "-0", "1E+28", "2147483648", "1e5", "0.0000000000000000000000000000001",
    ];

    private static readonly string[] OtherTypes =
        ["null", "true", "false", "0", "-1", "1.5", "\"\"", "\"text\"", "[]", "{}", "[[]]", "[null]", "{\"a\":{}}", "[1,\"a\",{}]", "\"2024-02-30\"", "\"NaN\"", "{\"value\":1,\"currency\":\"\\ud800\"}", "{\"\":1}"];

    private static readonly byte[][] BadUtf8 = [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xF4, 0x90, 0x80, 0x80], [0xFE, 0xFF]];

    private static readonly string[] Surrogates = ["\\ud800", "\\udfff", "a\\ud83d", "\\ude00b", "\\udc00\\ud800", "\\ud83d\\ud83d\\ude00", "\\\\\\ud800"];

    private static readonly string[] Controls =
        ["\\u001b[31mred\\u001b[0m", "\\u001b]0;title\\u0007", "a\\rb", "\\u0000", "\\b\\b\\b", "\u009b2J", "\\u009d8;;", "\\u202egpj.exe", "\u2066x\u2069", "\u007f", "\\u001b[2J\\u001b[H", "\\u001b]52;c;aGk=\\u0007", "a\\u0085b"];

    private static readonly int[] Statuses = [200, 201, 202, 204, 206, 299, 300, 302, 304, 400, 401, 402, 403, 404, 405, 408, 409, 410, 418, 422, 423, 425, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 520, 599, 999];

    private static readonly (string Name, string Value)[] StrangeHeaders =
    [
        ("Content-Type", "text/html"), ("Content-Type", "application/json; charset=utf-16"), ("Content-Type", "application/json; charset=nonsense"), ("Content-Type", "\u001b[31m"),
        ("Content-Type", ""), ("Content-Length", "0"), ("Content-Length", "99999999"), ("Content-Length", "-1"), ("Content-Encoding", "gzip"), ("Retry-After", "99999999999999999999"),
        ("Retry-After", "-5"), ("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"), ("Retry-After", "soon"), ("X-Request-Id", "a\u001b[31mb\u202ec"), ("X-Request-Id", ""),
        ("Location", "http://elsewhere.example.test/"), ("Location", ":::"), ("Content-Disposition", "attachment; filename=\"../../x\u001b\""), ("Content-Disposition", "attachment; filename*=UTF-8''%00%1b%2e%2e%2f"),
        ("Content-Disposition", "attachment; filename=\"=?utf-8?B?Ly4uLy4u?=\""), ("Content-Disposition", "\"\""), ("Content-Disposition", "attachment; filename=CON"), ("Set-Cookie", "a=b"), ("ETag", "W/"),
    ];

    /// <summary>Names that mean something to PowerShell, .NET or what is built on them.</summary>
    private static readonly string[] ReservedNames =
    [
        "psobject", "ps_object", "PSBASE", "psadapted", "ps_extended", "pstypenames", "PSTypeName", "PSPath", "PSComputerName", "$type", "$id", "$ref", "__proto__", "constructor", "Count", "Length",
        "Keys", "Values", "Item", "SyncRoot", "ToString", "GetType", "GetHashCode", "Equals", "MemberwiseClone", "*", "a.b", "[0]", " ", "\\n", "Extension", "$null", "true",
    ];

    private static readonly string[] HugeCounts = ["2147483647", "2147483648", "-2147483648", "4294967296", "9007199254740993", "9223372036854775807", "-9223372036854775808", "1000000000", "-1"];

    public RecordedAnswer Apply(RecordedAnswer answer, MutationKind kind, string secret, Random random) => kind switch
    {
        MutationKind.BytesFlipped => answer with { Body = Flip(answer.Body, random) },
        MutationKind.CutAnywhere => answer with { Body = answer.Body[..random.Next(answer.Body.Length + 1)] },
        MutationKind.PartRemoved => answer with { Body = Part(answer.Body, random, (body, start, end) => [.. body[..start], .. body[end..]]) },
        MutationKind.PartRepeated => answer with { Body = Part(answer.Body, random, (body, start, end) => [.. body[..end], .. body[start..]]) },
        MutationKind.NestedDeep => Replace(answer, random, Nest(random)),
        MutationKind.HugeNumber => Replace(answer, random, Text(Quoted(Pick(HugeNumbers, random), random))),
        MutationKind.WrongType => Replace(answer, random, Text(Pick(OtherTypes, random))),
        MutationKind.InvalidUtf8 => Insert(answer, random, Pick(BadUtf8, random)),
        MutationKind.DuplicateKey => Duplicate(answer, random),
        MutationKind.LongText => Replace(answer, random, Text($"\"{new string(Pick("ax€ ".ToCharArray(), random), random.Next(10) == 0 ? 300_000 : random.Next(20_000))}\"")),
        MutationKind.NullAnywhere => Replace(answer, random, "null"u8.ToArray()),
        MutationKind.HalfSurrogate => Insert(answer, random, Text(Pick(Surrogates, random))),
        MutationKind.ByteOrderMark => answer with { Body = [.. random.Next(3) == 0 ? [0xFF, 0xFE] : Encoding.UTF8.GetPreamble(), .. answer.Body] },
        MutationKind.HugeArray => Replace(answer, random, Array(answer, random)),
        MutationKind.ControlText => Insert(answer, random, Text(Pick(Controls, random))),
        MutationKind.KeyEchoed => Echo(answer, secret, random),
        MutationKind.OtherAnswer => answer with { Body = all[random.Next(all.Count)].Body },
        MutationKind.OtherStatus => answer with { Status = Pick(Statuses, random) },
        MutationKind.StrangeHeader => Header(answer, random),
        MutationKind.WrongEncoding => Encodings.Transcode(answer, random),
        MutationKind.EncodingLie => Encodings.Lie(answer, random),
        MutationKind.ReservedName => Reserve(answer, random),
        MutationKind.HugeCount => Count(answer, random),
        MutationKind.NestedAtTheLimit => Replace(answer, random, NestMixed(random)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static T Pick<T>(T[] from, Random random) => from[random.Next(from.Length)];

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Quoted(string text, Random random) => random.Next(4) == 0 ? $"\"{text}\"" : text;

    private static byte[] Flip(byte[] body, Random random)
    {
        byte[] flipped = [.. body];
        for (int times = random.Next(1, 8); times > 0 && flipped.Length > 0; times--)
        {
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        }

        return flipped;
    }

    private static byte[] Part(byte[] body, Random random, Func<byte[], int, int, byte[]> change)
    {
        int start = random.Next(body.Length + 1);
        int end = Math.Min(body.Length, start + random.Next(1, 200));
        return change(body, start, end);
    }

    /// <summary>In place of a value, or of the whole body where it is no JSON.</summary>
    private static RecordedAnswer Replace(RecordedAnswer answer, Random random, byte[] value)
    {
        JsonSpan[] values = [.. answer.Spans.Where(span => span.Type != JsonTokenType.PropertyName)];
        JsonSpan span = values.Length == 0 ? new(0, answer.Body.Length, JsonTokenType.None) : Pick(values, random);
        return Put(answer, span, value);
    }

    private static RecordedAnswer Put(RecordedAnswer answer, JsonSpan span, byte[] value)
        => answer with { Body = [.. answer.Body[..span.Start], .. value, .. answer.Body[span.End..]] };

    /// <summary>Into a text or a name, or anywhere where there is none.</summary>
    private static RecordedAnswer Insert(RecordedAnswer answer, Random random, byte[] value)
    {
        JsonSpan[] texts = [.. answer.Spans.Where(span => span.Type is JsonTokenType.PropertyName or JsonTokenType.String)];
        int at = texts.Length == 0 ? random.Next(answer.Body.Length + 1)
            : Pick(texts, random) is var span && random.Next(2) == 0 ? span.Start + 1 : span.End - 1;
        return Put(answer, new(at, 0, JsonTokenType.None), value);
    }

    private static byte[] Nest(Random random)
    {
        int depth = random.Next(4) == 0 ? Deep : random.Next(2, 200);
        string open = random.Next(2) == 0 ? "[" : "{\"a\":";
        string close = random.Next(3) == 0 ? string.Empty : open == "[" ? "]" : "}";
        return Text(string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth)));
    }

    /// <summary>Objects and lists in turn, about as deep as JSON is read.</summary>
    private static byte[] NestMixed(Random random)
    {
        int depth = random.Next(50, 70);
        bool[] lists = [.. Enumerable.Range(0, depth).Select(_ => random.Next(2) == 0)];
        string open = string.Concat(lists.Select((isList, level) => isList ? "[0," : $"{{\"b{level}\":\"x\",\"a\":"));
        return Text(open + "1" + string.Concat(lists.Reverse().Select(isList => isList ? "]" : "}")));
    }

    /// <summary>A field gets a reserved name, or comes again under one.</summary>
    private static RecordedAnswer Reserve(RecordedAnswer answer, Random random)
    {
        JsonSpan[] names = [.. answer.Spans.Where(span => span.Type == JsonTokenType.PropertyName)];
        if (names.Length == 0)
        {
            return Replace(answer, random, Text($"{{\"{Pick(ReservedNames, random)}\":1}}"));
        }

        JsonSpan name = Pick(names, random);
        string reserved = $"\"{Pick(ReservedNames, random)}\"";
        return random.Next(2) == 0
            ? Put(answer, name, Text(reserved))
            : Put(answer, new(name.Start, 0, JsonTokenType.None), Text($"{reserved}:{Pick(OtherTypes, random)},"));
    }

    /// <summary>Numbers, such as those that say how many items or pages there are, say far too many.</summary>
    private static RecordedAnswer Count(RecordedAnswer answer, Random random)
    {
        JsonSpan[] numbers = [.. answer.Spans.Where(span => span.Type == JsonTokenType.Number)];
        return numbers.Length == 0 ? Replace(answer, random, Text(Pick(HugeCounts, random))) : Put(answer, Pick(numbers, random), Text(Pick(HugeCounts, random)));
    }

    private static byte[] Array(RecordedAnswer answer, Random random)
    {
        int count = random.Next(60) == 0 ? Deep : random.Next(2, 500);
        JsonSpan[] objects = [.. answer.Spans.Where(span => span.Type == JsonTokenType.StartObject && span.Length < 400)];
        string item = random.Next(4) switch
        {
            0 => "null",
            1 => "{}",
            2 => "[]",
            _ when objects.Length > 0 && count < Deep => Pick(objects, random) is var span ? Encoding.UTF8.GetString(answer.Body, span.Start, span.Length) : string.Empty,
            _ => random.Next(100).ToString(CultureInfo.InvariantCulture),
        };
        return Text($"[{string.Join(",", Enumerable.Repeat(item, count))}]");
    }

    /// <summary>A field comes again in the same object, as it was, in capitals or with another value.</summary>
    private static RecordedAnswer Duplicate(RecordedAnswer answer, Random random)
    {
        JsonSpan[] names = [.. answer.Spans.Where(span => span.Type == JsonTokenType.PropertyName)];
        if (names.Length == 0)
        {
            return answer with { Body = [.. answer.Body, .. answer.Body] };
        }

        JsonSpan name = Pick(names, random);
        string text = Encoding.UTF8.GetString(answer.Body, name.Start, name.Length);
        string again = $"{(random.Next(3) == 0 ? text.ToUpperInvariant() : text)}:{Pick(OtherTypes, random)},";
        return Put(answer, new(name.Start, 0, JsonTokenType.None), Text(string.Concat(Enumerable.Repeat(again, random.Next(1, 4)))));
    }

    /// <summary>The session's own key comes back within the data, with a refusal or in a body that breaks off.</summary>
    private static RecordedAnswer Echo(RecordedAnswer answer, string secret, Random random)
    {
        RecordedAnswer echo = Insert(answer, random, Text(secret));
        return random.Next(3) switch
        {
            0 => echo with { Status = Pick(Statuses, random) },
            1 when echo.Body.AsSpan().IndexOf(Text(secret)) is var at and >= 0 => echo with { Body = echo.Body[..random.Next(at + secret.Length, echo.Body.Length + 1)] },
            _ => echo with { Body = Flip(echo.Body, random) },
        };
    }

    private static RecordedAnswer Header(RecordedAnswer answer, Random random)
    {
        (string name, string value) = Pick(StrangeHeaders, random);
        IEnumerable<KeyValuePair<string, string>> others = answer.Headers.Where(header => !string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase));
        return answer with { Status = random.Next(2) == 0 ? answer.Status : Pick(Statuses, random), Headers = [.. others, new(name, value)] };
    }
}
