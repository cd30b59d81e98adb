using System.Diagnostics;
using System.Globalization;
using CompanyData.Transport;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>Answers that no service should give: whatever comes, a reader gives objects that can be looked at, or fails in a typed way.</summary>
public class MutationTests(ITestOutputHelper output)
{
    private const int SizeForEveryRun = 20_000;

    /// <summary>A case takes a millisecond; one that has not ended by then hangs, on a busy machine as well.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(3);

    /// <summary>However many answers are read.</summary>
    private const long MaxMemory = 1024L * 1024 * 1024;

    private static int Size => Setting("COMPANYDATA_MUTATIONS", SizeForEveryRun);

    private static int Seed => Setting("COMPANYDATA_MUTATION_SEED", 1);

    /// <summary>Case numbers go on where the run is larger, so that a failing case is the same in every run of its seed.</summary>
    [Fact]
    public async Task Read_MutatedAnswer_IsReadWholeOrFailsTyped()
    {
        IReadOnlyList<Reader> readers = await Readers.RecordAsync();
        Mutator mutator = new([.. readers.SelectMany(reader => reader.Answers)]);
        MutationKind[] kinds = Enum.GetValues<MutationKind>();
        MutationTally tally = new();
        Stopwatch clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, Size), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (number, _) =>
        {
            Reader reader = readers[number % readers.Count];
            MutationKind kind = kinds[number / readers.Count % kinds.Length];
            string outcome = await OutcomeAsync(reader, mutator, kind, number, tally);
            tally.Count(reader.Service, kind, outcome);
        });

        output.WriteLine(tally.ToString(clock.Elapsed, readers.Count));
        Assert.True(tally.Failures.Count == 0, string.Join("\n\n", tally.Failures));
        // In a run of the whole suite the process holds what other tests need as well.
        Assert.True(Size <= SizeForEveryRun || MutationTally.PeakMemory <= MaxMemory, $"peak memory {MutationTally.PeakMemory} bytes");
    }

    private static async Task<string> OutcomeAsync(Reader reader, Mutator mutator, MutationKind kind, int number, MutationTally tally)
    {
        Random random = new(HashCodeOf(Seed, number));
        RecordedAnswer[] answers = [.. reader.Answers];
        int place = random.Next(answers.Length);
        answers[place] = mutator.Apply(answers[place], kind, reader.Secret, random);
        using PlayingHandler handler = new(answers);
        using CancellationTokenSource hang = new(Hang);
        try
        {
            object? result = await reader.ReadAsync(handler, hang.Token);
            Inspection.Read(result);
            return "read";
        }
        catch (ApiException failure)
        {
            try
            {
                Inspection.AssertTyped(failure, Array.TrueForAll(answers, answer => answer.IsSuccess), handler.BrokeOff, reader.Secret);
                return failure.Kind.ToString();
            }
            catch (InvalidDataException wrong)
            {
                return Fail(wrong);
            }
        }
        catch (Exception exception)
        {
            return Fail(exception);
        }

        string Fail(Exception exception)
        {
            byte[] body = answers[place].Body;
            string shown = System.Text.Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 600));
            tally.Fail($"Case {number} of seed {Seed}, {reader}, {kind}, answer {place}, status {answers[place].Status}:\n{exception}\n{shown}");
            return "FAILED";
        }
    }

    private static int HashCodeOf(int seed, int number) => unchecked((seed * 486_187_739) + number);

    private static int Setting(string variable, int usual)
        => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
