using CompanyData.Client.Tests.Support;
using CompanyData.Transport;
using FsCheck;
using FsCheck.Fluent;
using static CompanyData.Client.Tests.Transport.NumberedPages;

namespace CompanyData.Client.Tests.Transport;

public class PageReaderTests
{
    private static readonly Gen<(int Count, int Size, bool IsEnveloped, bool HasTotal)> Lists =
        from count in Gen.Choose(0, 120)
        from size in Gen.Choose(1, 40)
        from enveloped in Gen.Elements(true, false)
        from total in Gen.Elements(true, false)
        select (count, size, enveloped, total);

    [Fact]
    public Task Read_AnyListAndPageSize_GivesEveryItemOnceInOrder() => Holds.ForAllAsync(Lists, async list =>
    {
        List<int> asked = [];
        List<int> items = await Read(
            (number, _) =>
            {
                asked.Add(number);
                return Task.FromResult(PageOf(list.Count, list.Size, number, list.IsEnveloped, list.HasTotal));
            },
            list.Size).ReadAllAsync();

        Assert.Equal(Enumerable.Range(0, list.Count), items);
        Assert.Equal(Enumerable.Range(1, asked.Count), asked);
        Assert.InRange(asked.Count, 1, (list.Count / list.Size) + 2);
    });

    [Fact]
    public async Task Read_ExactMultipleWithoutNumbers_EndsAtTheEmptyPage()
    {
        PageCounter pages = new(count: 6, size: 3, enveloped: false);
        Assert.Equal(6, (await pages.Read().ReadAllAsync()).Count);
        Assert.Equal([1, 2, 3], pages.Asked);
    }

    [Fact]
    public async Task Read_ExactMultipleWithNumbers_AsksForNoEmptyPage()
    {
        PageCounter pages = new(count: 6, size: 3, enveloped: true);
        Assert.Equal(6, (await pages.Read().ReadAllAsync()).Count);
        Assert.Equal([1, 2], pages.Asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_EmptyList_AsksOnce(bool enveloped)
    {
        PageCounter pages = new(count: 0, size: 3, enveloped);
        Assert.Empty(await pages.Read().ReadAllAsync());
        Assert.Equal([1], pages.Asked);
    }

    [Fact]
    public async Task Read_PageInTheMiddleFails_GivesWhatCameBeforeAndThenTheError()
    {
        List<int> came = [];
        ApiException exception = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (int item in Read(
                (number, _) => number < 3 ? Task.FromResult(PageOf(100, 3, number, enveloped: true)) : throw Fail("broken"), 3))
            {
                came.Add(item);
            }
        });
        Assert.Equal("broken", exception.Message);
        Assert.Equal(Enumerable.Range(0, 3), came.Take(3));
        Assert.InRange(came.Count, 3, 6);
    }

    [Fact]
    public async Task Read_ServiceIgnoresThePageNumber_IsAnError()
        => await FailsAsync((_, _) => Task.FromResult(PageOf(3, 3, 1, enveloped: false)), "page 2 repeats the previous page");

    [Fact]
    public async Task Read_AnotherPageComes_IsAnError()
        => await FailsAsync((number, _) => Task.FromResult(PageOf(9, 3, number == 2 ? 3 : number, enveloped: true)), "page 2 was requested, but the service sent page 3");

    [Fact]
    public async Task Read_LastPageShorterThanTheTotalSays_IsAnError()
        => await FailsAsync(
            (number, _) => Task.FromResult(new Page<int>([number], Total: 5, Current: number, Last: 2)), "2 of 5 items arrived, because the list ended early");

    [Fact]
    public async Task Read_ListShrinksWhileItIsRead_IsAnErrorNotTheWhole()
        => await FailsAsync(
            (number, _) => Task.FromResult(new Page<int>([number], Total: 4 - number, Current: number, Last: 2)), "changed while it was read");

    /// <summary>Whatever is added at the start between two pages, what was there at first comes, and nothing comes twice.</summary>
    [Fact]
    public Task Read_ListGrowsAtItsStart_GivesWhatWasThereOnce() => Holds.ForAllAsync(
        from count in Gen.Choose(0, 60)
        from size in Gen.Choose(1, 20)
        from added in Gen.ArrayOf(Gen.Choose(0, 3), 30)
        select (count, size, added),
        async list =>
        {
            List<int> rows = [.. Enumerable.Range(0, list.count)];
            int next = -1;
            List<int> items = await Read(
                (number, _) =>
                {
                    int more = number == 1 ? 0 : list.added[(number - 2) % list.added.Length] % list.size;
                    rows.InsertRange(0, Enumerable.Range(0, more).Select(_ => next--));
                    int start = (number - 1) * list.size;
                    return Task.FromResult(new Page<int>([.. rows.Skip(start).Take(list.size)], rows.Count, number, Math.Max(1, (rows.Count + list.size - 1) / list.size)));
                },
                list.size).ReadAllAsync();

            Assert.Equal(Enumerable.Range(0, list.count), items.Where(item => item >= 0));
            Assert.Equal(items.Distinct(), items);
        });

    [Fact]
    public async Task Read_ItemTwiceInPlaceOfAnother_IsAnErrorNotTheWhole()
        => await FailsAsync((_, _) => Task.FromResult(new Page<int>([1, 2, 2], Total: 3, Current: 1, Last: 1)), "2 of 3 items arrived");

    [Fact]
    public async Task Read_ItemTwiceBesideTheOthers_IsGivenOnce()
        => Assert.Equal([1, 2, 3], await Read((_, _) => Task.FromResult(new Page<int>([1, 2, 2, 3], Total: 3, Current: 1, Last: 1)), 3).ReadAllAsync());

    [Fact]
    public async Task Read_KeysAreNotUnique_GivesEveryItem()
        => Assert.Equal(
            [1, 2, 2],
            await PageReader.ReadAsync((_, _) => Task.FromResult(new Page<int>([1, 2, 2], 3, 1, 1)), item => $"{item}", 3, Fail, new(), isUnique: false).ReadAllAsync());

    [Fact]
    public async Task Read_EmptyPageBeforeTheTotal_IsAnError()
        => await FailsAsync(
            (number, _) => Task.FromResult(new Page<int>(number == 1 ? [1, 2, 3] : [], Total: 9, Current: number, Last: 3)), "3 of 9 items arrived");

    [Fact]
    public async Task Read_ShortPageWithATotalAndNoLastPage_IsAnErrorNotTheWhole()
        => await FailsAsync((_, _) => Task.FromResult(new Page<int>([1, 2], Total: 9, Current: null, Last: null)), "2 of 9 items arrived");

    [Theory]
    [InlineData(5, 3)]
    [InlineData(4, 2)]
    public async Task Read_TotalAndNoLastPage_EndsWithTheTotal(int total, int pages)
    {
        List<int> asked = [];
        List<int> items = await Read(
            (number, _) =>
            {
                asked.Add(number);
                return Task.FromResult(new Page<int>([.. Enumerable.Range((number - 1) * 2, Math.Min(2, total - ((number - 1) * 2)))], total, Current: null, Last: null));
            },
            2).ReadAllAsync();
        Assert.Equal(Enumerable.Range(0, total), items);
        Assert.Equal(Enumerable.Range(1, pages), asked);
    }

    /// <summary>An empty key tells nothing apart: a page that came twice could not be noticed.</summary>
    [Fact]
    public async Task Read_ShortBareArrayWithoutKeys_IsTheWhole()
    {
        List<int> asked = [];
        await PageReader.ReadAsync(
            (number, _) =>
            {
                asked.Add(number);
                return Task.FromResult(new Page<int>([1, 2], null, null, null));
            },
            _ => string.Empty,
            3,
            Fail,
            new()).ReadAllAsync();
        Assert.Equal([1], asked);
    }

    [Fact]
    public async Task Read_ListNeverEnds_IsAnError()
    {
        int next = 0;
        List<int> asked = [];
        await FailsAsync(
            (number, _) =>
            {
                asked.Add(number);
                return Task.FromResult(new Page<int>([next++, next++, next++], null, number, int.MaxValue));
            },
            "did not end after 20 pages",
            maxPages: 20);
        Assert.Equal(20, asked.Count);
    }

    [Fact]
    public async Task Read_EnumeratedTwice_GivesTheListTwice()
    {
        IAsyncEnumerable<int> items = new PageCounter(count: 7, size: 3, enveloped: true).Read();
        Assert.Equal(7, (await items.ReadAllAsync()).Count);
        Assert.Equal(7, (await items.ReadAllAsync()).Count);

        IAsyncEnumerable<int> shrunk = Read((number, _) => Task.FromResult(PageOf(3, 3, number, enveloped: true)), 3);
        await shrunk.ReadAllAsync();
        Assert.Equal([0, 1, 2], await shrunk.ReadAllAsync());
    }

    [Fact]
    public async Task Read_Cancelled_Ends()
    {
        using CancellationTokenSource stop = new();
        PageCounter pages = new(count: 100, size: 3, enveloped: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int item in pages.Read(token: stop.Token))
            {
                if (item == 4)
                {
                    await stop.CancelAsync();
                }
            }
        });
        Assert.InRange(pages.Asked.Count, 2, 4);
    }

    private static async Task FailsAsync(Func<int, CancellationToken, Task<Page<int>>> fetch, string says, int maxPages = PageReader.MaxPages)
    {
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => Read(fetch, 3, maxPages).ReadAllAsync());
        Assert.Contains(says, exception.Message);
    }
}
