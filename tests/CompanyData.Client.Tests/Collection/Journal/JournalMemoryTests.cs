using CompanyData.Client.Tests.Support;
using CompanyData.Collection;

namespace CompanyData.Client.Tests.Collection;

public sealed class JournalMemoryTests : IDisposable
{
    private readonly JournalWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Read_HundredThousandCompanies_IsQuickAndLean()
    {
        const int Companies = 100_000;
        using (StreamWriter file = new(_world.JournalPath))
        {
            file.Write("{\"v\":1,\"at\":\"2026-01-01T00:00:00Z\",\"step\":\"run\",\"service\":\"" + _world.Sandbox.Client.BaseUri + "\",\"provider\":\"company_legal_fr\",\"types\":[\"COMPANY_PROFILE\",\"COMPANY_OFFICER\",\"BENEFICIAL_OWNER\"]}\n");
            foreach (int i in Enumerable.Range(100_000_000, Companies))
            {
                file.Write($"{{\"at\":\"2026-01-01T00:00:00Z\",\"step\":\"user\",\"siren\":\"{i}\",\"attempt\":1,\"user\":\"{i}-0000-0000-0000\"}}\n");
                file.Write($"{{\"at\":\"2026-01-01T00:00:00Z\",\"step\":\"outcome\",\"siren\":\"{i}\",\"attempt\":1,\"outcome\":\"Complete\"}}\n");
            }
        }

        long before = MeasuresMemory.Live();
        TimeSpan started = Environment.CpuUsage.TotalTime;
        using CollectionJournal journal = _world.Open();
        Assert.InRange(Environment.CpuUsage.TotalTime - started, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(Companies, journal.Complete);
        Assert.InRange(MeasuresMemory.Live() - before, long.MinValue, 8_000_000);
        Assert.True(journal.IsComplete("100099999"));
    }
}
