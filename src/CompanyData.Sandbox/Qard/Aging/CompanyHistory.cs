using System.Collections.Concurrent;
using CompanyData.Sandbox.Generation;

namespace CompanyData.Sandbox.Qard;

/// <summary>What has happened to companies, by siren. It outlives their users, as a register does.</summary>
internal sealed class CompanyHistory(SandboxOptions options)
{
    /// <summary>What may happen by itself: all that the default data types show.</summary>
    private static readonly CompanyEvent[] Usual =
    [
        CompanyEvent.OfficerAdded, CompanyEvent.OfficerReplaced, CompanyEvent.OwnerCrossedThreshold, CompanyEvent.SeatMoved, CompanyEvent.CapitalChanged, CompanyEvent.CompanyClosed,
    ];

    private readonly ConcurrentDictionary<string, CompanyEvent[]> _events = new(StringComparer.Ordinal);

    public IReadOnlyList<CompanyEvent> Find(string? siren) => siren is not null && _events.TryGetValue(siren, out var events) ? events : [];

    public IReadOnlyList<CompanyEvent> Add(string siren, IReadOnlyCollection<CompanyEvent> events) =>
        _events.AddOrUpdate(siren, [.. events], (_, before) => [.. before, .. events]);

    /// <summary>Lets some things happen; which, follows from the seed, the siren and what happened before.</summary>
    public IReadOnlyList<CompanyEvent> Add(string siren, int count) =>
        _events.AddOrUpdate(siren, _ => Continue(siren, [], count), (_, before) => Continue(siren, before, count));

    private CompanyEvent[] Continue(string siren, CompanyEvent[] before, int count) =>
        [.. before, .. Enumerable.Range(before.Length, count).Select(number => new DeterministicRandom(Hash.Compute(options.Seed, $"age {siren}", number)).Pick(Usual))];
}
