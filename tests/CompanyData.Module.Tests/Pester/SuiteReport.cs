using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CompanyData.Module.Tests.Engine;

[assembly: AssemblyFixture(typeof(CompanyData.Module.Tests.Pester.SuiteReport))]

namespace CompanyData.Module.Tests.Pester;

/// <summary>Says at the end of the run what its Pester files ran on, what they came to, what was skipped and why, and which took longest.</summary>
public sealed class SuiteReport : IDisposable
{
    private const int SlowestCount = 10;

    private readonly ConcurrentBag<SuiteRun> _runs = [];

    internal void Add(SuiteRun run) => _runs.Add(run);

    public void Dispose()
    {
        if (!_runs.IsEmpty)
        {
            TestContext.Current.SendDiagnosticMessage(Describe(PowerShellHost.Current.Description, [.. _runs]));
        }
    }

    internal static string Describe(string host, IReadOnlyCollection<SuiteRun> runs)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"{host}: {runs.Sum(r => r.Result.Passed)} passed, {runs.Sum(r => r.Result.Failed)} failed, {runs.Sum(r => r.Result.Skips.Count)} skipped");
        foreach (var skipped in runs.SelectMany(r => r.Result.Skips.Select(s => (r.File, s.Reason))).CountBy(s => s).OrderBy(s => s.Key))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  skipped in {skipped.Key.File}: {skipped.Value}, because {skipped.Key.Reason}");
        }

        foreach (SuiteRun run in runs.OrderByDescending(r => r.Duration).Take(SlowestCount))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {run.Duration.TotalSeconds,6:0.0} s  {run.File} on {run.Variant}");
        }

        return text.ToString();
    }
}
