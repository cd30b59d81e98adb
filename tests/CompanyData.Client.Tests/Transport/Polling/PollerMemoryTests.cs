using CompanyData.Client.Tests.Support;
using CompanyData.Qard;

namespace CompanyData.Client.Tests.Transport;

public class PollerMemoryTests
{
    /// <summary>Issue 6: memory per waiting company under 10 KB, requests and all.</summary>
    [Fact]
    public async Task WaitForSync_ManyAtOnce_TakesLittleMemoryEach()
    {
        const int Count = 1000;
        using Wire wire = new();
        int answered = 0;
        wire.Always((request, token) =>
        {
            Interlocked.Increment(ref answered);
            bool isList = request.RequestUri!.AbsolutePath.EndsWith("/data-connections", StringComparison.Ordinal);
            return Replies.Json(isList
                ? """[{"id":"c-1","provider_name":"company_legal_fr","status":"CONNECTED","requested_data_types":["COMPANY_PROFILE","COMPANY_OFFICER","BENEFICIAL_OWNER"]}]"""
                : """[{"id":"s-1","data_type":"COMPANY_PROFILE","provider_name":"company_legal_fr","status":"FETCHING","data_connection_id":"c-1"},{"id":"s-1","data_type":"COMPANY_OFFICER","provider_name":"company_legal_fr","status":"FETCHING","data_connection_id":"c-1"}]""")(request, token);
        });
        using CancellationTokenSource stop = new();
        long before = MeasuresMemory.Live();
        Task[] waits = [.. Enumerable.Range(0, Count).Select(i => wire.Client.Syncs.WaitAsync(QardSyncs.Current($"user-{i}", []), TimeSpan.FromHours(1), null, stop.Token))];
        while (Volatile.Read(ref answered) < 2.5 * Count)
        {
            await wire.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        long each = (MeasuresMemory.Live() - before) / Count;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waits));
        Assert.InRange(each, long.MinValue, 10 * 1024);
    }
}
