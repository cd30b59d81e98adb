using System.Text;
using CompanyData.Audit;
using CompanyData.Client.Tests.Support;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Audit;

/// <summary>Whatever is done to a log afterwards shows, and where.</summary>
public sealed class AuditChainTests : IDisposable
{
    private const int Calls = 9;

    private readonly string _folder = Directory.CreateTempSubdirectory("audit").FullName;

    private string Log => Path.Combine(_folder, "audit.jsonl");

    private string[] Lines => File.ReadAllLines(Log);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Log_Untouched_IsIntact_AndNamesRunCommandRequestAndWhatWasCreated()
    {
        AuditTrail trail = new();
        trail.Start(Log);
        string run = trail.RunId!;
        CallScope.Current = new() { Command = "New-QardUser" };
        using Wire wire = new(audit: trail);
        wire.Then(Replies.With(Replies.Json("""{"id":"user-42"}""", 201), response => response.Headers.Add("X-Request-Id", "request-7")));
        await wire.RunAsync(client => client.Users.CreateAsync(new CompanyData.Qard.QardNewNaturalUser { FirstName = "A", LastName = "B" }, CancellationToken.None));
        trail.Stop();

        AuditEntry entry = Assert.Single(Read());
        Assert.Equal((1, run, "New-QardUser", "user-42", "request-7"), (entry.Line, entry.RunId, entry.Command, entry.CreatedId, entry.RequestId));
        Assert.Equal(("Succeeded", 201, Log), (entry.Outcome, entry.Status, entry.Path));
        Assert.Equal(DateTimeKind.Local, entry.Time.Kind);
        Assert.Empty(Check());
    }

    [Fact]
    public async Task Log_OfSeveralRunsAndProcesses_IsOneChain()
    {
        await WriteAsync(Calls);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WriteAsync(Calls))));
        Assert.Equal(Enumerable.Range(1, 5 * Calls).Select(line => (long?)line), Read().Select(entry => entry.Line));
        Assert.Equal(5, Read().Select(entry => entry.RunId).Distinct().Count());
        Assert.Empty(Check());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(Calls - 1)]
    public async Task Line_Changed_IsFound(int index)
    {
        await WriteAsync(Calls);
        string[] lines = Lines;
        lines[index] = lines[index].Replace("Succeeded", "Failed");
        Save(lines);
        AssertProblem(AuditProblemKind.Changed, index + 1);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(0, 3, 1)]
    [InlineData(4, 1, 5)]
    [InlineData(4, 2, 5)]
    [InlineData(Calls - 1, 1, Calls)]
    [InlineData(Calls - 3, 3, Calls - 2)]
    public async Task Lines_Removed_AreFound(int index, int count, int at)
    {
        await WriteAsync(Calls);
        Save([.. Lines.Take(index), .. Lines.Skip(index + count)]);
        AssertProblem(AuditProblemKind.Removed, at);
        Assert.Contains(count == 1 ? "1 line is missing" : $"{count} lines are missing", Check()[0].Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(Calls)]
    public async Task Line_Added_IsFound(int index)
    {
        await WriteAsync(Calls);
        string forged = Lines[4].Replace("Succeeded", "Failed");
        Save([.. Lines.Take(index), forged, .. Lines.Skip(index)]);
        AssertProblem(AuditProblemKind.Added, index + 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(Calls)]
    public async Task Line_ThereTwice_IsFound(int index)
    {
        await WriteAsync(Calls);
        Save([.. Lines.Take(index), Lines[4], .. Lines.Skip(index)]);
        Assert.Equal(AuditProblemKind.Added, Assert.Single(Check()).Kind);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 6)]
    [InlineData(Calls - 2, Calls - 1)]
    public async Task Lines_Reordered_AreFound(int one, int other)
    {
        await WriteAsync(Calls);
        string[] lines = Lines;
        (lines[one], lines[other]) = (lines[other], lines[one]);
        Save(lines);
        Assert.All(Check(), problem => Assert.Equal(AuditProblemKind.Reordered, problem.Kind));
        Assert.NotEmpty(Check());
    }

    [Fact]
    public async Task Line_Torn_IsFound_AndTheChainGoesOn()
    {
        await WriteAsync(2);
        File.AppendAllText(Log, "{\"time\":\"2026-01-01T00:0");
        await WriteAsync(2);
        AssertProblem(AuditProblemKind.Unreadable, 3);
        List<AuditProblem> unreadable = [];
        Assert.Equal(4, AuditLog.Read(Log, unreadable.Add).Count());
        Assert.Single(unreadable);
    }

    [Fact]
    public async Task Seal_Missing_IsSaid()
    {
        await WriteAsync(2);
        File.Delete($"{Log}.seal");
        Assert.Equal(AuditProblemKind.NotSealed, Assert.Single(Check()).Kind);
    }

    [Fact]
    public async Task Process_EndedBetweenALineAndTheSeal_IsNoProblem()
    {
        await WriteAsync(2);
        byte[] seal = await File.ReadAllBytesAsync($"{Log}.seal", TestContext.Current.CancellationToken);
        await WriteAsync(1);
        await File.WriteAllBytesAsync($"{Log}.seal", seal, TestContext.Current.CancellationToken);
        Assert.Empty(Check());
        await WriteAsync(1);
        Assert.Empty(Check());
    }

    [Fact]
    public async Task Rotation_BySize_KeepsTheChain()
    {
        await WriteAsync(20, maxBytes: 2048);
        string[] files = Directory.GetFiles(_folder, "*.jsonl");
        Assert.True(files.Length > 3, $"{files.Length} files");
        Assert.Empty(AuditLog.Check(files));

        File.Delete(files.Order(StringComparer.Ordinal).ElementAt(1));
        Assert.Equal(AuditProblemKind.Removed, Assert.Single(AuditLog.Check(Directory.GetFiles(_folder, "*.jsonl"))).Kind);
    }

    [Fact]
    public async Task Rotation_ByAnotherProgram_KeepsTheChain()
    {
        await WriteAsync(3);
        File.Move(Log, $"{Log}.1");
        await WriteAsync(3);
        Assert.Empty(AuditLog.Check([Log, $"{Log}.1"]));
        Assert.Equal(AuditProblemKind.Removed, Assert.Single(Check()).Kind);
    }

    [Fact]
    public async Task Manifest_FindsWhatWasChangedRemovedAndAdded()
    {
        string[] names = ["1.html", "2.html", "3.html"];
        foreach (string name in names)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, name), name, TestContext.Current.CancellationToken);
        }

        await FileManifest.UpdateAsync(_folder, names.Take(2));
        await FileManifest.UpdateAsync(_folder, names.Skip(2));
        string manifest = Path.Combine(_folder, FileManifest.FileName);
        Assert.Empty(FileManifest.Check(manifest));

        await File.AppendAllTextAsync(Path.Combine(_folder, "1.html"), "x", TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(_folder, "2.html"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "4.html"), "new", TestContext.Current.CancellationToken);
        Assert.Equal(
            [("1.html", AuditProblemKind.Changed), ("2.html", AuditProblemKind.Removed), ("4.html", AuditProblemKind.Added)],
            FileManifest.Check(manifest).Select(problem => (Path.GetFileName(problem.Path), problem.Kind)));
    }

    private async Task WriteAsync(int calls, long? maxBytes = null)
    {
        AuditTrail trail = new();
        trail.Start(Log, maxBytes);
        using Wire wire = new(audit: trail);
        wire.Always(Replies.Json("""{"name":"E"}"""));
        for (int i = 0; i < calls; i++)
        {
            await wire.Client.Account.GetProfileAsync(CancellationToken.None);
        }

        trail.Stop();
    }

    private void Save(IEnumerable<string> lines) => File.WriteAllText(Log, string.Concat(lines.Select(line => $"{line}\n")), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private IReadOnlyList<AuditProblem> Check() => AuditLog.Check([Log]);

    private List<AuditEntry> Read() => [.. AuditLog.Read(Log, problem => Assert.Fail(problem.Message))];

    private void AssertProblem(string kind, long line)
    {
        AuditProblem problem = Assert.Single(Check());
        Assert.Equal((kind, line, Log), (problem.Kind, problem.Line, problem.Path));
    }
}
