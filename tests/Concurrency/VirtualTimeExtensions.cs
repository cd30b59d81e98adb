namespace CompanyData.Concurrency;

internal static class VirtualTimeExtensions
{
    private const int YieldsPerTimer = 20;
    private const int MaxTimers = 300;

    /// <summary>
    /// Lets time pass until the work has ended. Between two timers there is time for everything else to run; work that has not ended
    /// after so many timers never will.
    /// </summary>
    public static async Task DriveAsync(this VirtualTime time, Task work)
    {
        for (int timers = 0; !work.IsCompleted; timers++)
        {
            for (int i = 0; i < YieldsPerTimer && !work.IsCompleted; i++)
            {
                await Task.Yield();
            }

            if (!work.IsCompleted)
            {
                time.MoveOn();
            }

            Specification.Assert(timers < MaxTimers, $"It waits for ever; by now it is {time.GetUtcNow():T}.");
        }

        await work;
    }
}
