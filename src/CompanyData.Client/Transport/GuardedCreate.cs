namespace CompanyData.Transport;

/// <summary>Creates something without ever making it twice: after a failure that may have taken effect, it looks before it acts.</summary>
internal static class GuardedCreate
{
    /// <summary>An answer that was lost may still be under way inside the service: this often is looked before creating again.</summary>
    private const int Looks = 3;

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

                if (tries >= transport.MaxRetries)
                {
                    // Where no answer came at all, the request may still take effect later.
                    throw failure.StatusCode is null ? Unknown(failure, subject, remedy) : failure;
                }
            }
        }
    }

    public static ApiException Unknown(ApiException failure, string subject, string remedy)
        => failure.Restate(ApiErrorKind.OutcomeUnknown, $"{failure.Message} Whether it took effect is unknown.", subject, remedy);

    private static async Task<IReadOnlyList<T>> LookAsync<T>(
        ApiTransport transport,
        Func<CancellationToken, Task<IReadOnlyList<T>>> appeared,
        ApiException failure,
        string subject,
        string remedy,
        CancellationToken cancellationToken)
    {
        // A service that answered is done with the request, so one look is enough.
        int looks = failure.StatusCode is null ? Looks : 1;
        try
        {
            for (int look = 1; ; look++)
            {
                await transport.Time.Pause(RetryDelay.Compute(look - 1, retryAfter: null, random: 1), cancellationToken).ConfigureAwait(false);
                IReadOnlyList<T> found = await appeared(cancellationToken).ConfigureAwait(false);
                if (found.Count > 0 || look == looks)
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
