using System.IO.Compression;
using System.Text;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>Answers in an encoding that nobody asked for, and answers that lie about theirs.</summary>
internal static class Encodings
{
    /// <summary>What it unpacks to is far more than a client should hold, and far less than it comes as.</summary>
    private const int BombSize = 8 * 1024 * 1024;

    private static readonly Encoding[] Charsets = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, Encoding.ASCII];

    private static readonly string[] Codings = ["gzip", "br", "deflate", "zstd", "identity", "gzip, gzip", "x-gzip", "", "\u001b[31m"];

    /// <summary>Another charset, with its byte order mark, its name, both or neither.</summary>
    public static RecordedAnswer Transcode(RecordedAnswer answer, Random random)
    {
        Encoding charset = Charsets[random.Next(Charsets.Length)];
        byte[] mark = random.Next(2) == 0 ? charset.GetPreamble() : [];
        RecordedAnswer transcoded = answer with { Body = [.. mark, .. Encoding.Convert(Encoding.UTF8, charset, answer.Body)] };
        return random.Next(2) == 0 ? transcoded : With(transcoded, "Content-Type", $"application/json; charset={charset.WebName}");
    }

    /// <summary>Packed without saying so, said to be packed without being it, cut off, packed twice, or a small body that unpacks to a large one.</summary>
    public static RecordedAnswer Lie(RecordedAnswer answer, Random random)
    {
        string coding = Codings[random.Next(Codings.Length)];
        return random.Next(6) switch
        {
            0 => answer with { Body = Pack(answer.Body) },
            1 => With(answer, "Content-Encoding", coding),
            2 when Pack(answer.Body) is var packed => With(answer with { Body = packed[..random.Next(packed.Length)] }, "Content-Encoding", "gzip"),
            3 => With(answer with { Body = Pack(Pack(answer.Body)) }, "Content-Encoding", "gzip"),
            4 when random.Next(40) == 0 => With(answer with { Body = Pack(new byte[BombSize]) }, "Content-Encoding", "gzip"),
            _ => With(answer with { Body = Pack(answer.Body) }, "Content-Encoding", coding),
        };
    }

    private static byte[] Pack(byte[] body)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }

    private static RecordedAnswer With(RecordedAnswer answer, string name, string value) => answer with
    {
        Headers = [.. answer.Headers.Where(header => !string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)), new(name, value)],
    };
}
