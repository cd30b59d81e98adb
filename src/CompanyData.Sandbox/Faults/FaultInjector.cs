using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Faults;

/// <summary>Makes requests fail at <see cref="SandboxOptions.FaultRate"/>. The request number decides, so a run can be repeated.</summary>
internal sealed class FaultInjector(SandboxOptions options)
{
    /// <summary>Faults that suit any response: used where a response has nothing that the first choice could corrupt.</summary>
    private static readonly FaultKind[] Always =
    [
        FaultKind.AnswerLost, FaultKind.EmptyBody, FaultKind.BadGateway, FaultKind.GatewayTimeout, FaultKind.UnknownSuccess,
        FaultKind.SlowFirstByte,
    ];

    private readonly long[] _counts = new long[FaultKinds.All.Count];

    /// <summary>How many of each kind have been injected.</summary>
    public IReadOnlyDictionary<FaultKind, long> Counts =>
        FaultKinds.All.ToDictionary(kind => kind, kind => Interlocked.Read(ref _counts[(int)kind]));

    /// <summary>Responds in place of the service, corrupts its response, or leaves it unchanged.</summary>
    /// <param name="number">The number of the request.</param>
    /// <param name="call">The request.</param>
    /// <param name="answer">Carries the request out.</param>
    /// <param name="cancellationToken">Ends a slow response.</param>
    /// <exception cref="HttpRequestException">The connection is refused or reset.</exception>
    public async Task<HttpResponseMessage> AnswerAsync(
        long number, SandboxCall call, Func<HttpResponseMessage> answer, CancellationToken cancellationToken)
    {
        var random = new DeterministicRandom(Hash.Compute(options.Seed, "fault", number));
        if (random.NextDouble() >= options.FaultRate || Pick(random, options.FaultKinds, kind => Suits(kind, call)) is not { } first)
        {
            return answer();
        }

        if (PreRequestFault.Is(first))
        {
            Count(first);
            return PreRequestFault.Answer(first, options.Time.GetUtcNow());
        }

        call.Query.Shift = first is FaultKind.MovedPage ? 1 - (2 * random.Next(2)) : 0;
        var response = answer();
        if (await ResponseFault.SpoilAsync(first, response, options).ConfigureAwait(false) is { } spoiled)
        {
            return await SendAsync(first, spoiled, cancellationToken).ConfigureAwait(false);
        }

        return Pick(random, Always, options.FaultKinds.Contains) is { } second
            && await ResponseFault.SpoilAsync(second, response, options).ConfigureAwait(false) is { } other
            ? await SendAsync(second, other, cancellationToken).ConfigureAwait(false)
            : response;
    }

    /// <summary>Only reads can move, repeat items or change a status; a list can only move after its first page.</summary>
    private static bool Suits(FaultKind kind, SandboxCall call) => kind switch
    {
        FaultKind.MovedPage => call.Method == "GET" && (IsPast(call.Query["page"], 1) || IsPast(call.Query["offset"], 0)),
        FaultKind.DuplicateItem or FaultKind.UnknownStatus => call.Method == "GET",
        _ => true,
    };

    private static bool IsPast(string? text, long start) => long.TryParse(text, out var number) && number > start;

    private static FaultKind? Pick(DeterministicRandom random, IEnumerable<FaultKind> kinds, Func<FaultKind, bool> isMeant)
    {
        var meant = kinds.Where(isMeant).ToArray();
        return meant.Length == 0 ? null : random.Pick(meant);
    }

    private void Count(FaultKind kind) => Interlocked.Increment(ref _counts[(int)kind]);

    private async Task<HttpResponseMessage> SendAsync(FaultKind kind, HttpResponseMessage spoiled, CancellationToken cancellationToken)
    {
        Count(kind);
        switch (kind)
        {
            case FaultKind.AnswerLost:
                spoiled.Dispose();
                throw PreRequestFault.Reset();
            case FaultKind.SlowFirstByte:
                await options.Time.DelayAsync(options.FaultDelay, cancellationToken).ConfigureAwait(false);
                break;
        }

        return spoiled;
    }
}
