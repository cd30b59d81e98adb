using CompanyData.Transport;

namespace CompanyData.Client.Tests.Transport;

public class PacedQueueTests
{
    /// <summary>One loop releases all waiters: a caller that goes on to something long must not run within it.</summary>
    [Fact]
    public async Task WaitAsync_FirstCallerBlocks_TheNextIsReleasedAllTheSame()
    {
        PacedQueue queue = new(TimeProvider.System);
        queue.CloseFor(TimeSpan.FromMilliseconds(50));
        ValueTask first = queue.WaitAsync(CancellationToken.None);
        Task second = queue.WaitAsync(CancellationToken.None).AsTask();

        Assert.True(await BlockAfterAsync(first, second));
    }

    private static async Task<bool> BlockAfterAsync(ValueTask turn, Task other)
    {
        await turn.ConfigureAwait(false);
        return other.Wait(TimeSpan.FromMinutes(2));
    }
}
