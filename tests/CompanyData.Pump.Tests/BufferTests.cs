using CompanyData.Pipeline;

namespace CompanyData.Pump.Tests;

/// <summary>What one input has to say, before it is its turn and after.</summary>
public class BufferTests
{
    private const int Capacity = 512;

    [Fact]
    public async Task Write_Full_WaitsUntilSomethingIsRead()
    {
        int signals = 0;
        InputOutputBuffer buffer = new(() => signals++) { IsWatched = true };
        for (int i = 0; i < Capacity; i++)
        {
            Assert.True(buffer.WriteAsync(i, CancellationToken.None).AsTask().IsCompletedSuccessfully);
        }

        Task last = buffer.WriteAsync(Capacity, CancellationToken.None).AsTask();
        Assert.False(last.IsCompleted);
        Assert.Equal(Capacity, signals);
        Assert.True(buffer.TryRead(out object first));
        Assert.Equal(0, first);
        await last.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(Capacity + 1, signals);
        for (int i = 1; i <= Capacity; i++)
        {
            Assert.True(buffer.TryRead(out object next));
            Assert.Equal(i, next);
        }

        Assert.False(buffer.TryRead(out _));
    }

    [Fact]
    public async Task WriteBatch_SignalsOnceAndIsNotSplit()
    {
        int signals = 0;
        InputOutputBuffer buffer = new(() => signals++) { IsWatched = true };
        object[] batch = [.. Enumerable.Range(0, Capacity + 1)];
        Assert.True(buffer.WriteBatchAsync(batch, CancellationToken.None).AsTask().IsCompletedSuccessfully);
        Assert.Equal(1, signals);
        Task next = buffer.WriteBatchAsync([-1, -2], CancellationToken.None).AsTask();
        Assert.False(next.IsCompleted);
        List<object> read = [];
        while (read.Count < Capacity + 3)
        {
            if (buffer.TryRead(out object record))
            {
                read.Add(record);
            }
            else
            {
                await next.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal([.. batch, -1, -2], read);
    }

    /// <summary>An input may read several lists at once, and a list may have an empty page.</summary>
    [Fact]
    public async Task Write_SeveralWaitForRoom_EachGoesOn()
    {
        InputOutputBuffer buffer = new(() => { });
        await buffer.WriteBatchAsync([.. Enumerable.Range(0, Capacity)], CancellationToken.None);
        Task[] waiting =
        [
            buffer.WriteAsync(-1, CancellationToken.None).AsTask(),
            buffer.WriteBatchAsync([], CancellationToken.None).AsTask(),
            buffer.WriteAsync(-2, CancellationToken.None).AsTask(),
        ];
        Assert.All(waiting, write => Assert.False(write.IsCompleted));
        int read = 0;
        for (; read < Capacity; read++)
        {
            Assert.True(buffer.TryRead(out _));
        }

        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        while (buffer.TryRead(out _))
        {
            read++;
        }

        Assert.Equal(Capacity + 2, read);
    }

    [Fact]
    public async Task Write_FullAndStopped_IsCancelled()
    {
        using CancellationTokenSource stop = new();
        InputOutputBuffer buffer = new(() => { });
        for (int i = 0; i < Capacity; i++)
        {
            await buffer.WriteAsync(i, stop.Token);
        }

        Task last = buffer.WriteAsync(Capacity, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => last);
    }

    [Fact]
    public async Task Signal_OnlyWhereSomebodyWatches()
    {
        int signals = 0;
        InputOutputBuffer buffer = new(() => signals++);
        await buffer.WriteAsync(1, CancellationToken.None);
        buffer.WriteAside(new object());
        Assert.Equal(0, signals);
        buffer.IsWatched = true;
        await buffer.WriteAsync(2, CancellationToken.None);
        Assert.Equal(1, signals);
        buffer.WriteAside(new object());
        Assert.Equal(2, signals);
        buffer.Complete();
        Assert.Equal(3, signals);
    }

    [Fact]
    public async Task Aside_IsReadAheadAndNeverWaits()
    {
        InputOutputBuffer buffer = new(() => { });
        for (int i = 0; i < Capacity; i++)
        {
            await buffer.WriteAsync(i, CancellationToken.None);
        }

        object[] asides = [new(), new()];
        Array.ForEach(asides, buffer.WriteAside);
        foreach (object aside in asides)
        {
            Assert.True(buffer.TryRead(out object read));
            Assert.Same(aside, read);
        }

        Assert.True(buffer.TryRead(out object next));
        Assert.Equal(0, next);
    }

    [Fact]
    public async Task Done_OnceItIsCompleteAndAllIsRead()
    {
        InputOutputBuffer buffer = new(() => { });
        Assert.False(buffer.IsDone);
        await buffer.WriteAsync(1, CancellationToken.None);
        buffer.WriteAside(new object());
        buffer.Report("working");
        Assert.Equal("working", buffer.Status);
        buffer.Complete();
        Assert.False(buffer.IsDone);
        Assert.True(buffer.TryRead(out _));
        Assert.False(buffer.IsDone);
        Assert.True(buffer.TryRead(out _));
        Assert.True(buffer.IsDone);

        InputOutputBuffer silent = new(() => { });
        silent.WriteAside(new object());
        silent.Complete();
        Assert.False(silent.IsDone);
    }
}
