using System.Net;

namespace CompanyData.Transport;

/// <summary>Creates something without ever making it twice: after a failure that may have taken effect, it looks for what was created.</summary>
internal static class GuardedCreate
{
    /// <summary>
    /// How long a create may take to show in the service's lists after its response was lost. All that is said of never creating
    /// twice rests on it; the README states it as a limit.
    /// </summary>
    public static readonly TimeSpan SettlingTime = TimeSpan.FromSeconds(5);

    /// <param name="transport">The session.</param>
    /// <param name="create">Sends the create.</param>
    /// <param name="appeared">What is there now that was not there before.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="remedy">How a person finds out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.OutcomeUnknown"/> where looking does not tell.</exception>
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
            catch (ApiException failure) when (failure.CanBeLookedUp)
            {
                IReadOnlyList<T> found = await LookAsync(transport, appeared, failure, subject, remedy, cancellationToken).ConfigureAwait(false);
                if (found.Count == 1)
                {
                    return found[0];
                }

                if (found.Count > 1)
                {
                    throw Unknown(failure, subject, $"{found.Count} have appeared since. {remedy}");
                }

                if (!IsAnswered(failure))
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

    public static ApiException Unknown(ApiException failure, string subject, string remedy)
        => failure.Restate(ApiErrorKind.OutcomeUnknown, $"{failure.Message} Whether it took effect is unknown.", subject, remedy);

    /// <summary>
    /// Whether the service itself has dealt with the request and failed. Every other status comes from a gateway or a proxy (502, 503, 504,
    /// 408, an HTML page with 200), which may still hold the request: nothing says that it will not take effect.
    /// </summary>
    private static bool IsAnswered(ApiException failure) => failure.StatusCode == HttpStatusCode.InternalServerError;

    private static async Task<IReadOnlyList<T>> LookAsync<T>(
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
            for (int look = 0; ; look++)
            {
                TimeSpan left = SettlingTime - transport.Time.GetElapsedTime(failed);
                TimeSpan pause = RetryDelay.Compute(look, retryAfter: null, random: 1);
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
