using CompanyData.Client.Tests.Support;
using CompanyData.Powens;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Powens;

/// <summary>A document appears under its name only when it is whole.</summary>
public sealed class DownloadTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public async Task Save_BreaksOff_LeavesNothing()
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Replies.Body(() => new BreakingStream("%PDF half"), "application/pdf"));

        await Assert.ThrowsAsync<ApiException>(() => SaveAsync(wire));
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task Save_ShorterThanTold_LeavesNothing()
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Replies.With(Replies.Body(() => new BreakingStream("%PDF half", breaks: false), "application/pdf"), response => response.Content.Headers.ContentLength = 1000));

        Assert.Contains("9 of 1000 bytes", (await Assert.ThrowsAsync<ApiException>(() => SaveAsync(wire))).Message);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task Save_WhileItComes_HasAnotherName()
    {
        using PowensWire wire = new(maxRetries: 0);
        List<string> seen = [];
        wire.Then(Replies.Body(() => new WatchedStream(() => seen.AddRange(_folder.GetFiles().Select(file => file.Name))), "application/pdf"));

        await SaveAsync(wire);

        Assert.NotEmpty(seen);
        Assert.All(seen, name => Assert.EndsWith(".partial", name));
        Assert.Equal("bill.pdf", Assert.Single(_folder.GetFiles()).Name);
    }

    [Fact]
    public async Task Save_BreaksOffWithForce_KeepsTheOldFile()
    {
        string path = Path.Combine(_folder.FullName, "bill.pdf");
        await File.WriteAllTextAsync(path, "old");
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Replies.Body(() => new BreakingStream("new"), "application/pdf"));

        await Assert.ThrowsAsync<ApiException>(() => SaveAsync(wire, overwrite: true));
        Assert.Equal("old", await File.ReadAllTextAsync(path));
        Assert.Single(_folder.GetFiles());
    }

    /// <summary>The document's own address is read where it stays on the session's host; the token goes nowhere else.</summary>
    [Theory]
    [InlineData("https://example.biapi.test/2.0/documents/4/file", "https://example.biapi.test/2.0/documents/4/file")]
    [InlineData("/2.0/documents/4/file?a=b", "https://example.biapi.test/2.0/documents/4/file?a=b")]
    [InlineData("https://elsewhere.example.test/2.0/documents/4/file", "https://example.biapi.test/2.0/users/me/documents/4/file")]
    [InlineData("http://example.biapi.test/2.0/documents/4/file", "https://example.biapi.test/2.0/users/me/documents/4/file")]
    [InlineData("https://example.biapi.test@elsewhere.example.test/4", "https://example.biapi.test/2.0/users/me/documents/4/file")]
    [InlineData("//elsewhere.example.test/4", "https://example.biapi.test/2.0/users/me/documents/4/file")]
    [InlineData("file:///etc/passwd", "https://example.biapi.test/2.0/users/me/documents/4/file")]
    [InlineData("http://[", "https://example.biapi.test/2.0/users/me/documents/4/file")]
    [InlineData("", "https://example.biapi.test/2.0/users/me/documents/4/file")]
    [InlineData(null, "https://example.biapi.test/2.0/users/me/documents/4/file")]
    public async Task Open_WithTheDocumentsAddress_ReadsItOnTheSessionsHostAlone(string? url, string expected)
    {
        using PowensWire wire = new();
        wire.Then(Replies.Text("%PDF", "application/pdf"));

        (await wire.RunAsync(client => client.Documents.OpenAsync("me", "4", url, CancellationToken.None))).Dispose();

        Assert.Equal(expected, Assert.Single(wire.Requests).Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Open_Unknown_IsNotFound()
    {
        using PowensWire wire = new(maxRetries: 0);
        wire.Then(Replies.Json("""{"code":"notFound"}""", 404));
        Assert.Equal(ApiErrorKind.NotFound, (await wire.FailAsync(PowensCalls.All["file"].RunAsync)).Kind);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task SaveAsync(PowensWire wire, bool overwrite = false) => wire.RunAsync(async client =>
    {
        using FileDownload file = await client.Documents.OpenAsync("me", "4", null, CancellationToken.None);
        await file.SaveAsync(Path.Combine(_folder.FullName, "bill.pdf"), overwrite, CancellationToken.None);
    });

    /// <summary>Looks around whenever a piece is read.</summary>
    private sealed class WatchedStream(Action look) : MemoryStream("%PDF-1.4 whole"u8.ToArray())
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            look();
            return await base.ReadAsync(buffer, cancellationToken);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            look();
            return base.ReadAsync(buffer, offset, count, cancellationToken);
        }
    }
}
