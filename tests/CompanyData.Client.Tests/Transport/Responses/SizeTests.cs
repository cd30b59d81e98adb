using System.IO.Compression;
using System.Text;
using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

/// <summary>Answers without an end, and small ones that unpack to large ones.</summary>
public sealed class SizeTests : IDisposable
{
    private const long Limit = 1024 * 1024;

    /// <summary>
    /// The worst case, objects of two fields, was measured at 139 MiB; without a bound on the number of values, 3 MB of empty objects
    /// became 241 MB. Pools that were trimmed allocate again, so there is room above what was measured.
    /// </summary>
    private const long MaxAllocated = 220 * Limit;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("", " ")]
    [InlineData("[", "{},")]
    [InlineData("[", "[")]
    [InlineData("{\"result\":[{\"name\":\"", "x")]
    [InlineData("{\"result\":[", "{\"a\":1},")]
    [InlineData("[{\"name\":", "1")]
    public async Task Read_BodyHasNoEnd_EndsAtTheLimit(string start, string rest)
    {
        using Wire wire = new(maxBytes: Limit, maxRetries: 0);
        wire.Always(Replies.Body(() => new EndlessStream(start, rest)));
        long before = GC.GetTotalAllocatedBytes();

        ApiException exception = await FailAsync(wire.Client);
        Assert.Equal(ApiErrorKind.InvalidResponse, exception.Kind);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MaxAllocated);
        Assert.InRange(wire.Client.Usage.Bytes, 1, Limit + (128 * 1024));
    }

    [Fact]
    public async Task Read_BodyIsTooLarge_SaysSoOnce()
    {
        using Wire wire = new(maxBytes: Limit, maxRetries: 3);
        wire.Always(Replies.Body(() => new EndlessStream("[", "{},")));

        ApiException exception = await FailAsync(wire.Client);
        Assert.Contains($"the body is larger than {Limit} bytes", exception.Message);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task Read_ErrorBodyHasNoEnd_IsReadToTheFirstKilobytes()
    {
        using Wire wire = new(maxRetries: 0);
        EndlessStream body = new("{\"message\":\"", "x");
        wire.Always(Replies.Body(() => body, status: 500));

        Assert.Equal(ApiErrorKind.ServerError, (await wire.FailToReadAsync()).Kind);
        Assert.InRange(body.Position, 1, 64 * 1024);
    }

    [Theory]
    [InlineData("200 OK", "gzip", ApiErrorKind.InvalidResponse)]
    [InlineData("200 OK", "br", ApiErrorKind.InvalidResponse)]
    [InlineData("500 Oops", "gzip", ApiErrorKind.ServerError)]
    public async Task Read_SmallAnswerUnpacksToALargeOne_CountsWhatIsUnpacked(string status, string encoding, ApiErrorKind kind)
    {
        byte[] bomb = Packed(encoding, 200 * Limit);
        Assert.InRange(bomb.Length, 1, 4 * Limit);
        using RawServer server = new(RawServer.Answer($"{status}\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}", bomb));
        using QardClient client = new(new ServiceOptions { BaseUri = new(server.Address), MaxRetries = 0, MaxResponseBytes = Limit }, new Secret(Wire.Key));
        long before = GC.GetTotalAllocatedBytes();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.Account.GetProfileAsync(CancellationToken.None));
        Assert.Equal(kind, exception.Kind);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MaxAllocated);
    }

    /// <summary>Three bytes become an object of 240: a response may be short and yet become more than anybody has memory for.</summary>
    [Theory]
    [InlineData("{},")]
    [InlineData("{\"a\":1,\"b\":[]},")]
    public async Task Read_ShortBodyOfManyObjects_IsBoundByWhatItBecomes(string item)
    {
        using Wire wire = new(maxBytes: 64 * Limit, maxRetries: 3);
        byte[] body = Encoding.UTF8.GetBytes($"[{string.Concat(Enumerable.Repeat(item, 1_000_000))}{{}}]");
        wire.Always(Replies.Body(() => new MemoryStream(body)));
        long before = GC.GetTotalAllocatedBytes();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => CountOfficersAsync(wire.Client));
        Assert.Equal((ApiErrorKind.InvalidResponse, 1), (exception.Kind, exception.Attempts));
        Assert.Contains("the body contains more than 1000000 values", exception.Message);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MaxAllocated);
    }

    /// <summary>The longest pages that services give are far from it.</summary>
    [Fact]
    public async Task Read_LongListOfWholeObjects_IsRead()
    {
        using Wire wire = new(maxBytes: 64 * Limit, maxRetries: 0);
        string item = $$"""{{{string.Join(",", Enumerable.Range(0, 15).Select(i => $"\"field_{i}\":\"a value of the field\""))}}}""";
        byte[] body = Encoding.UTF8.GetBytes($"[{string.Join(",", Enumerable.Repeat(item, 40_000))}]");
        wire.Always(Replies.Body(() => new MemoryStream(body)));
        Assert.Equal(40_000, await CountOfficersAsync(wire.Client));
    }

    [Fact]
    public async Task Save_FileHasNoEnd_EndsAndLeavesNothing()
    {
        using HttpResponseMessage response = new() { Content = new StreamContent(new EndlessStream("%PDF-", "x")) };
        using FileDownload file = Downloads.From(response, Limit);

        IOException exception = await Assert.ThrowsAsync<IOException>(
            () => file.SaveAsync(Path.Combine(_folder.FullName, "a.pdf"), overwrite: false, CancellationToken.None));
        Assert.Contains($"larger than {Limit} bytes", exception.Message);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    /// <summary>The clock stands still: reading takes real time, which must not pass for a time-out.</summary>
    private static Task<ApiException> FailAsync(QardClient client)
        => Assert.ThrowsAsync<ApiException>(() => client.Users.ListBySirenAsync("123456789", CancellationToken.None).ReadAllAsync());

    private static async Task<int> CountOfficersAsync(QardClient client)
        => (await client.Data.ListCompanyOfficersAsync("u", excludeAuditors: false, CancellationToken.None).ReadAllAsync()).Count;

    private static byte[] Packed(string encoding, long size)
    {
        using MemoryStream packed = new();
        using (Stream packer = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest, true) : new GZipStream(packed, CompressionLevel.Fastest, true))
        {
            packer.Write(Encoding.UTF8.GetBytes("{\"name\":\""));
            byte[] zeros = Encoding.UTF8.GetBytes(new string('x', 1024 * 1024));
            for (long written = 0; written < size; written += zeros.Length)
            {
                packer.Write(zeros);
            }
        }

        return packed.ToArray();
    }
}
