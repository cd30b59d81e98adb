using CompanyData.Transport;
using static CompanyData.Client.Tests.Transport.NumberedPages;

namespace CompanyData.Client.Tests.Transport;

public class PagePrefetcherTests
{
    [Fact]
    public async Task Read_FirstItemTaken_ExactlyTheNextPageIsUnderWay()
    {
        PageCounter pages = new(count: 100, size: 3, enveloped: true);
        await using IAsyncEnumerator<int> items = pages.Read().GetAsyncEnumerator();
        Assert.Empty(pages.Asked);
        for (int i = 0; i < 3; i++)
        {
            Assert.True(await items.MoveNextAsync());
            Assert.Equal([1, 2], pages.Asked);
        }

        Assert.True(await items.MoveNextAsync());
        Assert.Equal([1, 2, 3], pages.Asked);
    }

    [Fact]
    public async Task Read_LeftEarly_StopsThePageUnderWayAndAsksNoMore()
    {
        TaskCompletionSource<CancellationToken> underWay = new();
        List<int> asked = [];
        async Task<Page<int>> Fetch(int number, CancellationToken token)
        {
            asked.Add(number);
            if (number == 2)
            {
                underWay.SetResult(token);
                await Task.Delay(Timeout.Infinite, token);
            }

            return PageOf(100, 3, number, enveloped: true);
        }

        await foreach (int item in Read(Fetch, 3))
        {
            Assert.Equal(0, item);
            break;
        }

        Assert.True((await underWay.Task).IsCancellationRequested);
        Assert.Equal([1, 2], asked);
    }

    [Fact]
    public async Task Read_LeftEarlyAndThePageUnderWayFails_SaysNothing()
    {
        await foreach (int item in Read(
            (number, _) => number == 1 ? Task.FromResult(PageOf(100, 3, 1, enveloped: true)) : Task.FromException<Page<int>>(Fail("broken")), 3))
        {
            Assert.Equal(0, item);
            break;
        }
    }

    [Fact]
    public async Task Read_KnownNumberOfPages_FetchesNoFurtherAheadThanHasBeenUsed()
    {
        PageCounter pages = new(count: 60, size: 3, enveloped: true);
        List<(int Used, int Asked)> seen = [];
        await foreach (int item in pages.Read())
        {
            if (item % 3 == 0)
            {
                seen.Add(((item / 3) + 1, pages.Asked.Max()));
            }
        }

        Assert.All(seen, place => Assert.InRange(place.Asked, Math.Min(place.Used + 1, 20), Math.Min(Math.Max((2 * place.Used) - 1, 2), Math.Min(place.Used + PrefetchBudget.MaxPages, 20))));
        Assert.Contains(seen, place => place.Asked == place.Used + PrefetchBudget.MaxPages);
        Assert.Equal(Enumerable.Range(1, 20), pages.Asked.Order());
    }

    [Fact]
    public async Task Read_OtherListsOfTheSessionReadAhead_FetchesTheNextPageAlone()
    {
        PrefetchBudget session = new();
        Assert.All(Enumerable.Range(0, PrefetchBudget.MaxPages), _ => Assert.True(session.TryBegin()));
        PageCounter pages = new(count: 60, size: 3, enveloped: true);
        await foreach (int item in pages.Read(session: session))
        {
            Assert.Equal(Math.Min((item / 3) + 2, 20), pages.Asked.Max());
        }

        session.End();
        Assert.True(session.TryBegin());
        Assert.False(session.TryBegin());
    }

    [Fact]
    public async Task Read_PageAheadFails_ThrowsOnceThePagesBeforeItAreRead()
    {
        List<int> read = [];
        await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (int item in Read(
                (number, _) => number == 7 ? throw Fail("page 7") : Task.FromResult(PageOf(60, 3, number, enveloped: true)), 3))
            {
                read.Add(item);
            }
        });
        Assert.Equal(Enumerable.Range(0, 18), read);
    }

    [Fact]
    public async Task Read_ReaderLeaves_EndsEveryPageThatIsOnItsWay()
    {
        int underWay = 0;
        IAsyncEnumerable<int> list = Read(
            async (number, token) =>
            {
                Interlocked.Increment(ref underWay);
                try
                {
                    await Task.Delay(number < 5 ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, token);
                    return PageOf(60, 3, number, enveloped: true);
                }
                finally
                {
                    Interlocked.Decrement(ref underWay);
                }
            },
            3);
        await foreach (int item in list)
        {
            if (item == 10)
            {
                Assert.InRange(underWay, 2, PrefetchBudget.MaxPages);
                break;
            }
        }

        Assert.Equal(0, underWay);
    }
}
