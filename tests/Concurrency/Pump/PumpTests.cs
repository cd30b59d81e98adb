using CompanyData.Pipeline;

namespace CompanyData.Concurrency.Pump;

public class PumpTests(ITestOutputHelper output)
{
    private const int Inputs = 5;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Inputs_SideBySide_AreAllWrittenAndNoSignalIsLost(bool keepsOrder) => Schedules.Explore(
        async _ =>
        {
            RecordedOutput recorded = new();
            await Task.Run(() =>
            {
                OrderedPump pump = new(recorded, keepsOrder, CancellationToken.None);
                for (int i = 0; i < Inputs; i++)
                {
                    int input = i;
                    pump.Start(buffer => WorkAsync(pump, buffer, input), limit: 2);
                }

                pump.Finish();
            });
            int[] written = [.. recorded.Written.OfType<int>()];
            int[] expected = [.. Enumerable.Range(0, Inputs).SelectMany(input => new[] { 10 * input, (10 * input) + 1 })];
            Specification.Assert(
                keepsOrder ? written.SequenceEqual(expected) : written.Order().SequenceEqual(expected), $"{string.Join(' ', written)} was written.");
            Specification.Assert(recorded.Written.OfType<string>().Count() == Inputs, "A warning is missing.");
        },
        output);

    /// <summary>What comes before the input that ends the command is written; what comes after it does not begin.</summary>
    [Fact]
    public void Input_EndsTheCommand_IsReached() => Schedules.Explore(
        async _ =>
        {
            RecordedOutput recorded = new();
            await Task.Run(() =>
            {
                OrderedPump pump = new(recorded, keepsOrder: true, CancellationToken.None);
                try
                {
                    for (int i = 0; i < Inputs; i++)
                    {
                        int input = i;
                        pump.Start(buffer => input == 1 ? EndAsync(buffer) : WorkAsync(pump, buffer, input), limit: 2);
                    }

                    pump.Finish();
                    Specification.Assert(false, "The command has not ended.");
                }
                catch (InvalidOperationException)
                {
                    // As the engine does where an error is terminating.
                }
            });
            Specification.Assert(recorded.Written.OfType<int>().SequenceEqual([0, 1]), "The input before it is not whole, or one after it was written.");
        },
        output);

    private static async Task WorkAsync(OrderedPump pump, InputOutputBuffer buffer, int input)
    {
        await Task.Yield();
        await buffer.WriteAsync(10 * input, CancellationToken.None);
        pump.Warn($"{input}");
        await Task.Yield();
        await buffer.WriteAsync((10 * input) + 1, CancellationToken.None);
    }

    private static async Task EndAsync(InputOutputBuffer buffer)
    {
        await Task.Yield();
        await buffer.WriteAsync(new Action(() => throw new InvalidOperationException()), CancellationToken.None);
        buffer.EndsCommand = true;
    }
}
