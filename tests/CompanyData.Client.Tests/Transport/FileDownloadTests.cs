using System.Text;
using CompanyData.Client.Tests.Support;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;

namespace CompanyData.Client.Tests.Transport;

public sealed class FileDownloadTests : IDisposable
{
    private const string Pdf = "application/pdf";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void SuggestedName_AnyName_IsAPlainFileName() => Holds.ForAll(
        Holds.Texts("ab./\\:*?\"<>|%~ \u00e9\u0000\u0007\u001b\u202e;='", 14),
        name =>
        {
            string? safe = SuggestedName(name);
            if (safe is not null)
            {
                Assert.NotEmpty(safe);
                Assert.DoesNotContain(safe, c => c is '/' or '\\' or ':' or '"' or '<' or '>' or '|' or '?' or '*' || char.IsControl(c));
                Assert.NotEqual("..", safe);
                Assert.NotEqual(".", safe);
                Assert.Equal(safe, Path.GetFileName(safe));
                Assert.Equal(safe.TrimEnd('.', ' '), safe);
                Assert.Equal(_folder.FullName, Path.GetDirectoryName(Path.GetFullPath(Path.Combine(_folder.FullName, safe))));
            }
        });

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\windows\\win.ini", "win.ini")]
    [InlineData("/abs/olute.pdf", "olute.pdf")]
    [InlineData("C:evil.pdf", "Cevil.pdf")]
    [InlineData("a\u001b[31m.pdf", "a[31m.pdf")]
    [InlineData("été 2024.pdf", "été 2024.pdf")]
    [InlineData("..", null)]
    [InlineData("folder/", null)]
    [InlineData("...", null)]
    [InlineData("name. . .", "name")]
    public void SuggestedName_OfTheService_LosesWhatIsDangerous(string name, string? expected) => Assert.Equal(expected, SuggestedName(name));

    [Fact]
    public void SuggestedName_FarTooLong_KeepsItsKindAndCanBeSaved()
    {
        string name = SuggestedName(new string('é', 400) + ".pdf")!;
        Assert.EndsWith(".pdf", name);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 10, 200);
    }

    [Fact]
    public async Task SuggestedName_NoneGiven_IsNull()
    {
        using Wire wire = new();
        wire.Then(Replies.Text("content"));
        using FileDownload file = await wire.RunAsync(client => client.Files.OpenAsync("f", CancellationToken.None));
        Assert.Null(file.SuggestedName);
    }

    [Fact]
    public async Task Save_OfTheSandbox_WritesTheWholeFileForItsOwnerOnly()
    {
        using SandboxWorld world = new();
        string user = await world.ConnectedUserAsync(SandboxWorld.Siren, "ARTICLES_OF_ASSOCIATION");
        await world.WaitAsync(await world.StartAsync(user));
        string id = (string)(await world.RunAsync(client => client.Data.ListAsync(user, "ARTICLES_OF_ASSOCIATION", CancellationToken.None).ReadAllAsync()))
            [0].GetAdditionalFields()["file_id"]!;
        long before = world.Client.Usage.Bytes;

        using FileDownload file = await world.RunAsync(client => client.Files.OpenAsync(id, CancellationToken.None));
        string path = Path.Combine(_folder.FullName, file.SuggestedName!);
        await file.SaveAsync(path, overwrite: false, CancellationToken.None);

        byte[] content = await File.ReadAllBytesAsync(path);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(content));
        Assert.Equal(file.Length, content.Length);
        Assert.Equal(content.Length, world.Client.Usage.Bytes - before);
        Assert.EndsWith(".pdf", path);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task Open_UnknownFile_IsNotFoundWithItsId()
    {
        using SandboxWorld world = new();
        ApiException exception = await world.FailAsync(client => client.Files.OpenAsync("no-such-file", CancellationToken.None));
        Assert.Equal((ApiErrorKind.NotFound, "no-such-file"), (exception.Kind, exception.Subject));
    }

    [Fact]
    public Task Save_BodyShorterThanTold_FailsAndLeavesNothing() => FailsAsync(
        Replies.With(Replies.Body(() => new BreakingStream("half of it", breaks: false), Pdf), response => response.Content.Headers.ContentLength = 100), "10 of 100", ApiErrorKind.InvalidResponse);

    [Fact]
    public Task Save_ConnectionBreaks_FailsAndLeavesNothing() => FailsAsync(Replies.Body(() => new BreakingStream("half of it"), Pdf), "ended prematurely", ApiErrorKind.Network);

    [Fact]
    public Task Save_EmptyAnswer_FailsAndLeavesNothing() => FailsAsync(Replies.Status(200), "empty", ApiErrorKind.InvalidResponse);

    [Fact]
    public async Task Save_Cancelled_LeavesNothing()
    {
        using Wire wire = new();
        wire.Then(Replies.Text("content"));
        using FileDownload file = await wire.RunAsync(client => client.Files.OpenAsync("f", CancellationToken.None));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.SaveAsync(Path.Combine(_folder.FullName, "x"), false, new(canceled: true)));
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task Save_FileIsThereAlready_IsRefusedAndItStays()
    {
        string path = Path.Combine(_folder.FullName, "x");
        await File.WriteAllTextAsync(path, "old");
        using Wire wire = new();
        wire.Then(Replies.Text("new"));
        using FileDownload file = await wire.RunAsync(client => client.Files.OpenAsync("f", CancellationToken.None));

        await Assert.ThrowsAsync<IOException>(() => file.SaveAsync(path, overwrite: false, CancellationToken.None));
        Assert.Equal("old", await File.ReadAllTextAsync(path));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task Save_Overwriting_ReplacesItOnlyWithAWholeFile()
    {
        string path = Path.Combine(_folder.FullName, "x");
        await File.WriteAllTextAsync(path, "old");
        using Wire wire = new(maxRetries: 0);
        wire.Then(Replies.Body(() => new BreakingStream("bro"), Pdf), Replies.Text("new"));

        using FileDownload broken = await wire.RunAsync(client => client.Files.OpenAsync("f", CancellationToken.None));
        await Assert.ThrowsAsync<ApiException>(() => broken.SaveAsync(path, overwrite: true, CancellationToken.None));
        Assert.Equal("old", await File.ReadAllTextAsync(path));

        using FileDownload whole = await wire.RunAsync(client => client.Files.OpenAsync("f", CancellationToken.None));
        await whole.SaveAsync(path, overwrite: true, CancellationToken.None);
        Assert.Equal("new", await File.ReadAllTextAsync(path));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task Save_ConnectionBreaksOnTheWay_AsksForTheFileAgain()
    {
        using Wire wire = new();
        wire.Then(Replies.Body(() => new BreakingStream("half of"), Pdf), Replies.Status(200), Replies.Status(503), Replies.Text("the whole"));
        string path = Path.Combine(_folder.FullName, "x");

        await SaveAsync(wire, path);
        Assert.Equal("the whole", await File.ReadAllTextAsync(path));
        Assert.Equal(4, wire.Requests.Count);
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task Save_BodyStalls_IsATimeoutAndLeavesNothing()
    {
        using Wire wire = new(maxRetries: 1, attemptTimeout: TimeSpan.FromSeconds(10));
        wire.Always(Replies.Body(() => new PausingStream(wire.Clock, "half of it", TimeSpan.FromHours(1)), Pdf));
        DateTimeOffset started = wire.Clock.GetUtcNow();

        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => SaveAsync(wire, Path.Combine(_folder.FullName, "x")));
        Assert.Equal((ApiErrorKind.Timeout, 2, "f"), (exception.Kind, exception.Attempts, exception.Subject));
        Assert.Contains("no data arrived for 10 seconds after 1 bytes", exception.Message);
        Assert.Contains("-TimeoutSec", exception.Remedy);
        Assert.InRange((wire.Clock.GetUtcNow() - started).TotalSeconds, 20, 25);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task Save_BodyIsSlowButComes_TakesLongerThanAnAttempt()
    {
        using Wire wire = new(attemptTimeout: TimeSpan.FromSeconds(10));
        wire.Then(Replies.Body(() => new PausingStream(wire.Clock, "drop by drop", TimeSpan.FromSeconds(9)), Pdf));
        string path = Path.Combine(_folder.FullName, "x");

        await SaveAsync(wire, path);
        Assert.Equal("drop by drop", await File.ReadAllTextAsync(path));
        Assert.Single(wire.Requests);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task Open_AnotherAnswerInPlaceOfTheFile_IsAnErrorAfterThreeAttempts(string type)
    {
        using Wire wire = new();
        wire.Always(Replies.Text("<html>Please log in</html>", type));

        ApiException exception = await wire.FailAsync(client => client.Files.OpenAsync("f", CancellationToken.None));
        Assert.Equal((ApiErrorKind.InvalidResponse, 3), (exception.Kind, exception.Attempts));
        Assert.Contains($"answered 200 with {type} instead of a file", exception.Message);
    }

    private static Task SaveAsync(Wire wire, string path) => wire.RunAsync(async client =>
    {
        using FileDownload file = await client.Files.OpenAsync("f", CancellationToken.None);
        await file.SaveAsync(path, overwrite: false, CancellationToken.None);
    });

    private async Task FailsAsync(ScriptedHandler.Reply reply, string says, ApiErrorKind kind)
    {
        using Wire wire = new(maxRetries: 0);
        wire.Then(reply);
        using FileDownload file = await wire.RunAsync(client => client.Files.OpenAsync("f", CancellationToken.None));
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => file.SaveAsync(Path.Combine(_folder.FullName, "x"), false, CancellationToken.None));
        Assert.Contains(says, exception.Message);
        Assert.Equal(kind, exception.Kind);
        Assert.Empty(_folder.GetFiles());
    }

    private static string? SuggestedName(string name)
    {
        HttpResponseMessage response = new() { Content = new ByteArrayContent([]) };
        response.Content.Headers.ContentDisposition = new("attachment") { FileNameStar = name };
        using FileDownload file = Downloads.From(response);
        return file.SuggestedName;
    }
}
