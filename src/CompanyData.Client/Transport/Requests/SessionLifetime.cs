namespace CompanyData.Transport;

/// <summary>Whether a session is open. Closing it cancels the calls in progress.</summary>
#pragma warning disable CA1001 // A source without a timer needs no disposal, and late calls may still read its token.
internal sealed class SessionLifetime(ServiceDialect dialect)
{
    private readonly CancellationTokenSource _closed = new();

    public CancellationToken Closed => _closed.Token;

    public void Close() => _closed.Cancel();

    /// <summary>Whether a call or a wait failed with this exception because its session was closed.</summary>
    public bool Ended(Exception exception) => _closed.IsCancellationRequested
        && exception is OperationCanceledException or ObjectDisposedException or HttpRequestException or IOException;

    /// <param name="operation">The operation in progress, in words that complete "could not …".</param>
    /// <param name="subject">What the operation was about; null for none.</param>
    /// <param name="attempts">Number of requests sent.</param>
    /// <param name="mayHaveTakenEffect">Whether the operation may have changed something at the service.</param>
    public ApiException CreateError(string operation, string? subject, int attempts = 0, bool mayHaveTakenEffect = false)
    {
        string about = subject is null ? string.Empty : $" ({subject})";
        string outcome = mayHaveTakenEffect ? " Whether it took effect is unknown." : string.Empty;
        string check = mayHaveTakenEffect ? "check whether the change took effect, " : string.Empty;
        return new(
            ApiErrorKind.SessionClosed,
            dialect.Service,
            operation,
            Redactor.Own($"{dialect.Service}: could not {operation}{about}: the session was closed.{outcome}", dialect.Secrets))
        {
            Subject = subject,
            Attempts = attempts,
            OutcomeUnknown = mayHaveTakenEffect,
            Remedy = $"Open a session with {dialect.ConnectCommand}, {check}then run the command again.",
        };
    }
}
