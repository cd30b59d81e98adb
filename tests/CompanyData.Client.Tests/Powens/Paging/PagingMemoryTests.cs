using System.Text.Json;
using CompanyData.Client.Tests.Support;
using CompanyData.Powens;

namespace CompanyData.Client.Tests.Powens;

public class PagingMemoryTests
{
    private const int Limit = 1000;

    /// <summary>At any moment one page is in use and at most one more is on its way, however long the list is.</summary>
    [Fact]
    public async Task Transactions_AMillion_NeverMoreThanTwoPagesAreHeld()
    {
        const int Count = 1_000_000;
        using PowensWire wire = new(time: TimeProvider.System);
        int pages = 0;
        wire.Always((_, _) =>
        {
            int page = Interlocked.Increment(ref pages);
            string links = page < Count / Limit ? $$"""{"next":{"href":"?page={{page}}"} }""" : """{"next":null}""";
            byte[] rows = JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range((page - 1) * Limit, Limit).Select(id => new { id }));
            byte[] body = [.. "{\"transactions\":"u8, .. rows, .. System.Text.Encoding.UTF8.GetBytes($",\"_links\":{links}}}")];
            return Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) });
        });

        int read = 0;
        int ahead = 0;
        long early = 0;
        await foreach (PowensTransaction item in wire.Client.Transactions.ListAsync(new(), CancellationToken.None))
        {
            Assert.Equal($"{read}", item.Id);
            ahead = Math.Max(ahead, Volatile.Read(ref pages) - (read / Limit));
            read++;
            if (read == Count / 20)
            {
                early = MeasuresMemory.Live();
            }
        }

        Assert.Equal(Count, read);
        Assert.InRange(ahead, 1, 2);
        // The recorder of the wire keeps a thousand requests; a million rows would be hundreds of megabytes.
        Assert.InRange(MeasuresMemory.Live() - early, long.MinValue, 20_000_000);
    }
}
