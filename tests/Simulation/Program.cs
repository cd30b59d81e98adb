using System.Diagnostics;
using System.Globalization;
using CompanyData.Simulation;

// simulation [--worlds 2000] [--first 1] [--processes 2] | --seed 4711 (tells the story of one world)
Dictionary<string, int> given = args.Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
if (given.TryGetValue("--seed", out int seed))
{
    return Simulation.Tell(seed) ? 0 : 1;
}

int worlds = given.GetValueOrDefault("--worlds", 2000);
int first = given.GetValueOrDefault("--first", 1);
int processes = given.GetValueOrDefault("--processes", 1);
Stopwatch time = Stopwatch.StartNew();
WorldTally tally = new();
bool isSound = processes == 1 ? Simulation.Run(first, worlds, tally) : Simulation.Divide(first, worlds, processes, tally);
if (processes > 1 || !given.ContainsKey("--part"))
{
    Console.WriteLine($"{worlds} worlds, seeds {first} to {first + worlds - 1}, in {time.Elapsed.TotalSeconds:F1} s: {(isSound ? "every rule held" : "FAILED")}");
}

foreach (string line in tally.Lines)
{
    Console.WriteLine($"{WorldTally.Mark}{line}");
}

return isSound ? 0 : 1;
