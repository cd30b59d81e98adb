using System.Management.Automation;
using CompanyData.Collection;

namespace CompanyData.Commands.Qard;

/// <summary>Formats the progress of a collection.</summary>
internal static class CollectionProgress
{
    public static void Describe(CollectionRun run, ProgressRecord record, int running, int expected)
    {
        CollectionSummary summary = run.Summary;
        int seen = summary.Companies + summary.Skipped + summary.OtherShards + summary.Rejected;
        List<string> facts = [expected > 0 ? $"{seen}/{expected}" : $"{summary.Companies} done"];
        if (summary.Failed + summary.Partial > 0)
        {
            facts.Add($"{summary.Failed + summary.Partial} not complete");
        }

        facts.Add(run.Waiting > 0 ? $"{run.Waiting} waiting" : $"{running} running");
        if (expected > 0 && run.EstimateRemaining(expected) is { } left)
        {
            facts.Add($"{InWords(left)} left");
            record.SecondsRemaining = (int)Math.Min(left.TotalSeconds, int.MaxValue);
            record.PercentComplete = (int)Math.Min(100L * seen / expected, 100);
        }
        else if (summary.Companies > 0 && summary.Elapsed > TimeSpan.Zero)
        {
            facts.Add($"{summary.Companies / summary.Elapsed.TotalMinutes:0.#} a minute");
        }

        record.StatusDescription = string.Join(" · ", facts);
    }

    private static string InWords(TimeSpan left)
        => left.TotalSeconds < 100 ? $"{left.TotalSeconds:0} s" : left.TotalMinutes < 100 ? $"{left.TotalMinutes:0} min" : $"{left.TotalHours:0.#} h";
}
