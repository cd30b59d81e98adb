using System.Management.Automation;
using CompanyData.Collection;

namespace CompanyData.Commands.Qard;

/// <summary>Words and numbers for the progress display of a collection.</summary>
internal static class CollectionProgress
{
    public static void Describe(CollectionRun run, ProgressRecord record, int running, int expected)
    {
        CollectionSummary summary = run.Summary;
        int done = summary.Companies;
        List<string> facts = [$"{done} done"];
        if (summary.Failed + summary.Partial > 0)
        {
            facts.Add($"{summary.Failed} failed, {summary.Partial} partial");
        }

        if (summary.Skipped > 0)
        {
            facts.Add($"{summary.Skipped} complete before");
        }

        facts.Add($"{running} under way, {run.Waiting} of them waiting");
        TimeSpan? remaining = expected > 0 ? run.EstimateRemaining(expected) : null;
        if (done > 0 && summary.Elapsed > TimeSpan.Zero)
        {
            facts.Add($"{done / summary.Elapsed.TotalMinutes:0.#} a minute");
        }

        record.StatusDescription = string.Join(", ", facts);
        if (remaining is { } left)
        {
            record.SecondsRemaining = (int)Math.Min(left.TotalSeconds, int.MaxValue);
            int seen = done + summary.Skipped + summary.OtherShards + summary.Rejected;
            record.PercentComplete = (int)Math.Min(100L * seen / expected, 100);
        }
    }
}
