using System.Diagnostics;

namespace CompanyData.Simulation;

/// <summary>Many worlds, one after the other, or divided among processes: a process has one thread.</summary>
internal static class Simulation
{
    /// <summary>More say the same.</summary>
    private const int MaxStories = 3;

    /// <summary>There is less to go wrong at Creditro than in a collection.</summary>
    private const int WorldsPerCreditro = 4;

    /// <returns>Whether every rule held in every world.</returns>
    public static bool Run(int first, int count, WorldTally tally)
    {
        int failed = 0;
        for (int seed = first; seed < first + count; seed++)
        {
            tally.Add("worlds");
            if (Fails(seed, tally, story: null) is { } violation)
            {
                tally.Add($"violated: {violation.Rule}");
                Console.WriteLine($"World {seed}: {violation.Message}");
                if (++failed <= MaxStories)
                {
                    Tell(seed);
                }
            }
        }

        return failed == 0;
    }

    /// <summary>Tells what happens in one world.</summary>
    /// <returns>Whether every rule held.</returns>
    public static bool Tell(int seed)
    {
        Console.WriteLine($"The story of world {seed}:");
        ViolationException? violation = Fails(seed, new WorldTally(), Console.Out);
        Console.WriteLine(violation is null ? "Every rule held." : $"Violated: {violation.Message}");
        return violation is null;
    }

    /// <returns>Whether every rule held in every world.</returns>
    public static bool Divide(int first, int count, int processes, WorldTally tally)
    {
        List<Process> parts = [];
        for (int part = 0; part < processes; part++)
        {
            int begin = first + (int)((long)count * part / processes);
            int end = first + (int)((long)count * (part + 1) / processes);
            ProcessStartInfo start = new("dotnet", [typeof(Simulation).Assembly.Location, "--first", $"{begin}", "--worlds", $"{end - begin}", "--part", "1"])
            {
                RedirectStandardOutput = true,
            };
            Process process = Process.Start(start)!;
            process.OutputDataReceived += (_, line) => Take(line.Data, tally);
            process.BeginOutputReadLine();
            parts.Add(process);
        }

        parts.ForEach(part => part.WaitForExit());
        return parts.TrueForAll(part => part.ExitCode == 0);
    }

    private static void Take(string? line, WorldTally tally)
    {
        lock (tally)
        {
            if (line?.StartsWith(WorldTally.Mark, StringComparison.Ordinal) == true)
            {
                tally.AddLine(line[WorldTally.Mark.Length..]);
            }
            else if (line is not null)
            {
                Console.WriteLine(line);
            }
        }
    }

    private static ViolationException? Fails(int seed, WorldTally tally, TextWriter? story)
    {
        try
        {
            using World world = new(seed, tally, story);
            world.Run();
            if (seed % WorldsPerCreditro == 0)
            {
                using CreditroWorld creditro = new(seed, tally, story);
                creditro.Run();
            }

            return null;
        }
        catch (ViolationException violation)
        {
            return violation;
        }
        catch (Exception exception)
        {
            return new ViolationException("no crash", exception.ToString());
        }
    }
}
