using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Qard.Data;
using CompanyData.Sandbox.Qard.Inferred;

namespace CompanyData.Sandbox.Qard;

/// <summary>Lays out a synchronisation in time when it is asked for. The last item ends after exactly SyncDuration, times the factor of the siren.</summary>
internal sealed class SyncPlan(SandboxOptions options, QardUser user, DateTimeOffset now)
{
    /// <param name="requested">The data types asked for; null for everything.</param>
    public void Start(IReadOnlyList<string>? requested)
    {
        RefuseUnknown(requested);
        RefuseInFlight(requested);
        var planned = user.Connections
            .Where(connection => connection.IsConnectedAt(now))
            .SelectMany(connection => TypesOf(connection, requested).Select(type => (connection, type)))
            .Where(pair => !IsInFlight(pair.connection, pair.type))
            .ToList();
        for (var i = 0; i < planned.Count; i++)
        {
            Add(planned[i].connection, planned[i].type, i, planned.Count);
        }
    }

    private static void RefuseUnknown(IReadOnlyList<string>? requested)
    {
        if (requested?.FirstOrDefault(type => !DataCatalog.Knows(type)) is { } unknown)
        {
            throw ApiException.Invalid($"{unknown} is not a data type.", "data_types");
        }
    }

    private void RefuseInFlight(IReadOnlyList<string>? requested)
    {
        var running = user.Syncs.Find(item => !item.HasEndedAt(now) && requested?.Contains(item.DataType, StringComparer.Ordinal) != false);
        if (running is not null)
        {
            throw ApiException.Conflict($"{running.DataType} is being synchronised already.");
        }
    }

    /// <summary>What a connection collects of the types asked for, and what those depend on. [docs]</summary>
    private static IEnumerable<string> TypesOf(QardConnection connection, IReadOnlyList<string>? requested)
    {
        var asked = connection.RequestedDataTypes.Where(type => requested?.Contains(type, StringComparer.Ordinal) != false);
        var needed = new HashSet<string>(asked.SelectMany(DataTypeDependencies.WithDependencies), StringComparer.Ordinal);
        return connection.Provider.DataTypes.Where(needed.Contains);
    }

    private bool IsInFlight(QardConnection connection, string type) => user.Syncs.Exists(item =>
        item.Connection == connection && string.Equals(item.DataType, type, StringComparison.Ordinal) && !item.HasEndedAt(now));

    private void Add(QardConnection connection, string type, int index, int count)
    {
        var part = user.Part;
        var fetching = now + Fraction(index + 0.25, count);
        var ends = part.NeverEnds ? DateTimeOffset.MaxValue : now + Fraction(index + 1, count);
        var item = new QardSyncItem
        {
            Id = Hash.Id(options.Seed, $"sync {user.Id}", user.NextNumber++),
            DataType = type,
            Connection = connection,
            RequestedAt = now,
            VisibleAt = now + (part.HidesSync ? Duration : Fraction(0.1, 1)),
            FetchingAt = fetching,
            PausedAt = part.Pauses ? fetching + Fraction(0.25, count) : ends,
            EndsAt = ends,
            FinalStatus = part.FinalStatus(type, connection.IsRenewed),
        };
        user.Syncs.Add(item);
        if (item.FinalStatus is QardStatus.AuthError)
        {
            connection.EndAccess(item.EndsAt);
        }
    }

    private TimeSpan Duration => TimeSpan.FromTicks(options.SyncDuration.Ticks * user.Part.DurationFactor);

    private TimeSpan Fraction(double part, int count) => TimeSpan.FromTicks((long)(Duration.Ticks * (part / count)));
}
