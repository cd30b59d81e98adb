using CompanyData.Client.Tests.Support;
using CompanyData.Collection;

namespace CompanyData.Client.Tests.Collection;

/// <summary>What a collection does while somebody else synchronises the company: the service answers a start with 409.</summary>
public sealed class SyncConflictTests : IDisposable
{
    private static readonly string[] Types =
        ["COMPANY_OFFICER", "BENEFICIAL_OWNER", "COURT_DECISION", "ACT", "FINANCIAL_STATEMENT", "COMMERCE_LOCATION", "TAX_ACCOUNT"];

    private readonly Wire _wire = new();
    private int _starts;
    private int _readsSinceStart;

    public void Dispose() => _wire.Dispose();

    /// <summary>Each conflict shows one more type that runs: six are joined, the seventh is a failure.</summary>
    [Theory]
    [InlineData(6, "Complete", 6)]
    [InlineData(7, "Failed", 7)]
    public async Task Collect_OneTypeAfterTheOtherRuns_JoinsSixAtTheMost(int types, string status, int starts)
    {
        CompanyDossier dossier = await CollectAsync(Types[..types], () =>
            [.. Types.Take(_starts).Select((type, i) => Item(type, isRunning: i == _starts - 1 && _readsSinceStart == 1))]);
        Assert.Equal((status, starts), (dossier.Status, _starts));
        Assert.Equal(status == "Complete" ? [] : ["Sync: QardConflict"], dossier.Failures.Select(failure => $"{failure.Step}: {failure.Code}"));
    }

    /// <summary>What runs may show late, or never: then the company fails once the time for its synchronisation is over.</summary>
    [Fact]
    public async Task Collect_WhatRunsNeverShows_FailsAtTheTimeout()
    {
        TimeSpan timeout = TimeSpan.FromSeconds(0.5 + 1 + 2 + 4 + 8 + 16 + 30);
        CompanyDossier dossier = await CollectAsync(Types[..1], () => [], timeout);
        Assert.Equal(["Sync: QardConflict"], dossier.Failures.Select(failure => $"{failure.Step}: {failure.Code}"));
        Assert.Equal((timeout, 8), (dossier.Elapsed, _starts));
    }

    /// <summary>What ended between the first look and the conflict belongs to what is joined, and is not started again.</summary>
    [Fact]
    public async Task Collect_OneTypeEndsBeforeTheOtherShows_TakesBoth()
    {
        CompanyDossier dossier = await CollectAsync(Types[..2], () => (_starts, _readsSinceStart) switch
        {
            (0, _) or (1, 1) => [],
            (1, _) => [Item(Types[0], isRunning: false)],
            (_, 1) => [Item(Types[0], isRunning: false), Item(Types[1], isRunning: true)],
            _ => [Item(Types[0], isRunning: false), Item(Types[1], isRunning: false)],
        });
        Assert.Equal((DossierStatus.Complete, 2), (dossier.Status, _starts));
        Assert.Equal(Types[..2], dossier.Syncs.Select(sync => sync.DataType));
    }

    private static string Item(string type, bool isRunning)
        => $$"""{"id":"1","data_type":"{{type}}","provider_name":"company_legal_fr","status":"{{(isRunning ? "FETCHING" : "SUCCESS")}}","data_connection_id":"c","requested_at":"2024-01-15 10:30:00"}""";

    /// <param name="types">The data types to collect.</param>
    /// <param name="latest">The service's latest items, whenever they are read.</param>
    /// <param name="timeout">The time for the synchronisation.</param>
    private Task<CompanyDossier> CollectAsync(string[] types, Func<string[]> latest, TimeSpan? timeout = null)
    {
        string connection = $$"""[{"id":"c","provider_name":"company_legal_fr","status":"CONNECTED","requested_data_types":[{{string.Join(",", types.Select(type => $"\"{type}\""))}}]}]""";
        _wire.Always((request, token) =>
        {
            string what = request.RequestUri!.AbsolutePath.Split('/')[^1];
            if (what == "sync")
            {
                (_starts, _readsSinceStart) = (_starts + 1, 0);
                return Replies.Status(409)(request, token);
            }

            _readsSinceStart += what == "latest" ? 1 : 0;
            return Replies.Json(what switch
            {
                "users" => request.RequestUri.Query.Contains("page=1&", StringComparison.Ordinal) ? """[{"id":"u","siren":"123456789","name":"Example"}]""" : "[]",
                "data-connections" => connection,
                "latest" => $"[{string.Join(",", latest())}]",
                _ => "[]",
            })(request, token);
        });
        CollectionOptions options = new() { DataTypes = types, SyncTimeout = timeout ?? TimeSpan.FromHours(1) };
        return _wire.RunAsync(client => new CompanyCollector(client, options).CollectAsync(new(SandboxWorld.Siren, "Example"), null, CancellationToken.None));
    }
}
