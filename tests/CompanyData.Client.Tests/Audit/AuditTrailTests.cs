using System.Text.Json;
using CompanyData.Audit;
using CompanyData.Client.Tests.Support;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Audit;

public sealed class AuditTrailTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit").FullName;
    private readonly AuditTrail _trail = new();

    private string File => Path.Combine(_folder, "audit.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Call_IsOneLine_WithItsRetriesCounted()
    {
        _trail.Start(File);
        using Wire wire = new(audit: _trail);
        wire.Then(Replies.RetryAfter("4"), Replies.Json("""{"name":"E"}"""));
        DateTimeOffset before = wire.Clock.GetUtcNow();
        await wire.ReadAsync();

        JsonElement line = Assert.Single(Lines());
        Assert.Equal(before.UtcDateTime, line.GetProperty("time").GetDateTime(), TimeSpan.FromSeconds(1));
        Assert.Equal(Environment.MachineName, line.GetProperty("host").GetString());
        Assert.EndsWith(Environment.UserName, line.GetProperty("user").GetString());
        Assert.Equal("Qard", line.GetProperty("service").GetString());
        Assert.Equal("https://api.example.test/api/v6/", line.GetProperty("address").GetString());
        Assert.Equal("GET", line.GetProperty("method").GetString());
        Assert.Equal("Succeeded", line.GetProperty("outcome").GetString());
        Assert.Equal(200, line.GetProperty("status").GetInt32());
        Assert.Equal(2, line.GetProperty("attempts").GetInt32());
        Assert.InRange(line.GetProperty("duration_ms").GetInt64(), 4000, 4500);
        Assert.Equal(1, _trail.Calls);
    }

    [Fact]
    public async Task Failure_SaysOfWhatKindItIs()
    {
        _trail.Start(File);
        using Wire wire = new(maxRetries: 0, audit: _trail);
        wire.Then(Replies.Status(404), Replies.Reset(), Replies.Reset());
        await wire.FailToReadAsync();
        await wire.FailToReadAsync();
        await wire.FailToCreateAsync();

        JsonElement[] lines = Lines();
        Assert.Equal(["Failed", "Failed", "Unknown"], lines.Select(line => line.GetProperty("outcome").GetString()));
        Assert.Equal(["NotFound", "Network", "Network"], lines.Select(line => line.GetProperty("error").GetString()));
        Assert.Equal(404, lines[0].GetProperty("status").GetInt32());
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("status").ValueKind);
    }

    [Fact]
    public async Task Call_Cancelled_IsALine()
    {
        _trail.Start(File);
        using Wire wire = new(audit: _trail);
        wire.Always(Replies.Hang());
        using CancellationTokenSource stop = new();
        Task read = wire.Client.Account.GetProfileAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);

        Assert.Equal("Cancelled", Assert.Single(Lines()).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Line_HoldsNoSecretAndNoBody()
    {
        _trail.Start(File);
        using Wire wire = new(maxRetries: 0, audit: _trail);
        wire.Always(Replies.Json($$"""{"name":"{{Wire.Key}}","iban":"FR76"}"""));
        await wire.RunAsync(client => client.Users.GetAsync(Wire.Key, CancellationToken.None));

        string text = System.IO.File.ReadAllText(File);
        Assert.DoesNotContain(Wire.Key, text);
        Assert.DoesNotContain("FR76", text);
        Assert.Contains("***", text);
    }

    [Fact]
    public async Task File_CannotBeWritten_NoFurtherCallIsSentUntilItCan()
    {
        string folder = Path.Combine(_folder, "inner");
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, "audit.jsonl");
        _trail.Start(file);
        using Wire wire = new(maxRetries: 0, audit: _trail);
        wire.Always(Replies.Json("""{"name":"E"}"""));
        Directory.Delete(folder, recursive: true);

        ApiException first = await wire.FailToReadAsync();
        ApiException second = await wire.FailToReadAsync();
        Assert.All([first, second], failure => Assert.Equal(ApiErrorKind.NotAudited, failure.Kind));
        Assert.Contains("the call was sent (succeeded)", first.Message);
        Assert.Contains("nothing was sent", second.Message);
        Assert.Single(wire.Requests);
        Assert.Equal(1, _trail.Unwritten);

        Directory.CreateDirectory(folder);
        await wire.ReadAsync();
        Assert.Equal(2, System.IO.File.ReadAllLines(file).Length);
        Assert.Equal(0, _trail.Unwritten);
    }

    [Fact]
    public async Task Stop_GivesTheLinesThatCouldNotBeWritten()
    {
        string folder = Path.Combine(_folder, "inner");
        Directory.CreateDirectory(folder);
        _trail.Start(Path.Combine(folder, "audit.jsonl"));
        using Wire wire = new(maxRetries: 0, audit: _trail);
        wire.Always(Replies.Json("""{"name":"E"}"""));
        Directory.Delete(folder, recursive: true);
        await wire.FailToReadAsync();

        Assert.Contains("\"outcome\":\"Succeeded\"", Assert.Single(_trail.Stop()));
        Assert.Null(_trail.Path);
        await wire.ReadAsync();
    }

    [Fact]
    public void Start_WithAnotherFileWhileOneIsWritten_IsRefused()
    {
        _trail.Start(File);
        _trail.Start(File);
        Assert.Contains(File, Assert.Throws<InvalidOperationException>(() => _trail.Start(File + "2")).Message);
        _trail.Stop();
        _trail.Start(File + "2");
    }

    [Fact]
    public void Start_WhereNoFileCanBe_IsRefused()
    {
        Assert.ThrowsAny<IOException>(() => _trail.Start(Path.Combine(_folder, "none", "audit.jsonl")));
        Assert.Throws<UnauthorizedAccessException>(() => _trail.Start(_folder));
        Assert.Null(_trail.Path);
    }

    [Fact]
    public void Start_NewFile_IsForItsOwnerAlone()
    {
        _trail.Start(File);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task File_WithALineThatBreaksOff_GoesOnOnANewLine()
    {
        System.IO.File.WriteAllText(File, "{\"time\":");
        _trail.Start(File);
        using Wire wire = new(audit: _trail);
        wire.Always(Replies.Json("""{"name":"E"}"""));
        await wire.ReadAsync();

        string[] lines = System.IO.File.ReadAllLines(File);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("{\"time\":\"", lines[1]);
    }

    [Fact]
    public async Task File_WithSeveralWriters_LosesNothing()
    {
        const int Writers = 4;
        const int Calls = 50;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            AuditTrail trail = new();
            trail.Start(File);
            using Wire wire = new(audit: trail);
            wire.Always(Replies.Json("""{"name":"E"}"""));
            for (int i = 0; i < Calls; i++)
            {
                await wire.Client.Account.GetProfileAsync(CancellationToken.None);
            }
        })));

        Assert.Equal(Writers * Calls, Lines().Length);
    }

    private JsonElement[] Lines() => [.. System.IO.File.ReadAllLines(File).Select(line => JsonDocument.Parse(line).RootElement)];
}
