using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CompanyData.Client.Tests.Mutation;

/// <summary>What came of the cases.</summary>
internal sealed class MutationTally
{
    private const int MostFailures = 40;

    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _services = new(StringComparer.Ordinal);
    private readonly SortedDictionary<MutationKind, (int Cases, int Read)> _kinds = [];

    public List<string> Failures { get; } = [];

    public static long PeakMemory
    {
        get
        {
            using Process process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }

    public void Count(string service, MutationKind kind, string outcome)
    {
        lock (_kinds)
        {
            CountAlone(service, kind, outcome);
        }
    }

    private void CountAlone(string service, MutationKind kind, string outcome)
    {
        _services[service] = _services.GetValueOrDefault(service) + 1;
        _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
        (int cases, int read) = _kinds.GetValueOrDefault(kind);
        _kinds[kind] = (cases + 1, read + (outcome == "read" ? 1 : 0));
    }

    public void Fail(string text)
    {
        lock (_kinds)
        {
            if (Failures.Count < MostFailures)
            {
                Failures.Add(text);
            }
        }
    }

    public string ToString(TimeSpan elapsed, int readers)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{_services.Values.Sum()} mutated answers through {readers} readers in {elapsed.TotalSeconds:0.0} s, peak memory {PeakMemory / (1024 * 1024)} MiB\n");
        text.AppendLine("by service: " + string.Join(", ", _services.Select(pair => $"{pair.Key} {pair.Value}")));
        text.AppendLine("by outcome: " + string.Join(", ", _outcomes.Select(pair => $"{pair.Key} {pair.Value}")));
        text.AppendLine("by kind, read of all: " + string.Join(", ", _kinds.Select(pair => $"{pair.Key} {pair.Value.Read}/{pair.Value.Cases}")));
        return text.ToString();
    }
}
