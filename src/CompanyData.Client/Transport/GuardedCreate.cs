using System.Net;

namespace CompanyData.Transport;

/// <summary>Creates a resource without creating it twice: after a failure that may have taken effect, it checks whether the resource exists.</summary>
internal static class GuardedCreate
{
    /// <summary>
    /// How long a created resource may take to appear in the service's lists after the response was lost. The promise never to create
    /// twice depends on this value; the README states it as a limit.
    /// </summary>
    public static readonly TimeSpan SettlingTime = TimeSpan.FromSeconds(5);

    /// <param name="transport">The session's transport.</param>
    /// <param name="create">Sends the create request.</param>
    /// <param name="appeared">Lists the resources that exist now and did not exist before.</param>
    /// <param name="subject">What is created, for error messages.</param>
    /// <param name="remedy">How a person can find out whether the create succeeded.</param>
    /// <param name="cancellationToken">Cancels the create and the check.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.OutcomeUnknown"/> if the check does not show whether the create succeeded.</exception>
    public static async Task<T> RunAsync<T>(
        ApiTransport transport,
        Func<CancellationToken, Task<T>> create,
        Func<CancellationToken, Task<IReadOnlyList<T>>> appeared,
        string subject,
        string remedy,
        CancellationToken cancellationToken)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                return await create(cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException failure) when (failure.CanCheckOutcome)
            {
                IReadOnlyList<T> found = await FindCreatedAsync(transport, appeared, failure, subject, remedy, cancellationToken).ConfigureAwait(false);
                if (found.Count == 1)
                {
                    return found[0];
                }

                if (found.Count > 1)
                {
                    throw Unknown(failure, subject, $"{found.Count} have appeared since. {remedy}");
                }

                if (!FailedAtService(failure))
                {
                    throw Unknown(failure, subject, remedy);
                }

                if (tries >= transport.MaxRetries)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>What exists now and did not exist before.</summary>
    public static IReadOnlyList<T> Appeared<T>(IEnumerable<T> now, IReadOnlyCollection<T> known)
        where T : IIdentified
        => [.. now.Where(found => known.All(old => old.Id != found.Id))];

    public static ApiException Unknown(ApiException failure, string subject, string remedy)
        => failure.Restate(ApiErrorKind.OutcomeUnknown, $"{Sentences.Close(failure.Message)} Whether it took effect is unknown.", subject, remedy);

    /// <summary>
    /// Whether the service itself processed the request and failed. Any other status comes from a gateway or a proxy (502, 503, 504,
    /// 408, HTML with status 200), which may still forward the request later.
    /// </summary>
    private static bool FailedAtService(ApiException failure) => failure.StatusCode == HttpStatusCode.InternalServerError;

    private static async Task<IReadOnlyList<T>> FindCreatedAsync<T>(
        ApiTransport transport,
        Func<CancellationToken, Task<IReadOnlyList<T>>> appeared,
        ApiException failure,
        string subject,
        string remedy,
        CancellationToken cancellationToken)
    {
        long failed = transport.Time.GetTimestamp();
        try
        {
            for (int check = 0; ; check++)
            {
                TimeSpan left = SettlingTime - transport.Time.GetElapsedTime(failed);
                TimeSpan pause = RetryDelay.Compute(check, retryAfter: null, random: 1);
                bool isLast = pause >= left;
                await transport.Time.Pause(isLast ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : pause, cancellationToken).ConfigureAwait(false);
                IReadOnlyList<T> found = await appeared(cancellationToken).ConfigureAwait(false);
                if (found.Count > 0 || isLast)
                {
                    return found;
                }
            }
        }
        catch (ApiException)
        {
            throw Unknown(failure, subject, remedy);
        }
    }
}
