namespace CompanyData.Simulation;

/// <summary>What goes wrong in one run, beside what is wrong with the world.</summary>
internal sealed class RunPlan
{
    private const int MomentsOfACompany = 60;

    public RunPlan(Random random, int companies)
    {
        if (random.Next(4) > 0)
        {
            EndKind how = (EndKind)random.Next(4);
            End = new PlannedEnd(how, 1 + random.Next(companies * MomentsOfACompany));
        }

        switch (random.Next(6))
        {
            case 0:
                WritesBeforeFull = random.Next(companies * 20);
                break;
            case 1:
                FlushesBeforeFailure = random.Next(companies * 10);
                break;
        }

        RunsAgainInTheSameProcess = random.Next(2) == 0;
        PauseAfter = random.Next(3) switch
        {
            0 => TimeSpan.Zero,
            1 => TimeSpan.FromSeconds(random.Next(30)),
            _ => TimeSpan.FromMinutes(random.Next(180)),
        };
    }

    public PlannedEnd? End { get; }

    public int? WritesBeforeFull { get; }

    public int? FlushesBeforeFailure { get; }

    /// <summary>Where the run failed and its process lives, somebody mends the cause and runs it again at the same prompt.</summary>
    public bool RunsAgainInTheSameProcess { get; }

    /// <summary>Until somebody, or a scheduler, runs it again.</summary>
    public TimeSpan PauseAfter { get; }
}
