namespace CompanyData.Transport;

/// <summary>Whether a session is open. Closing it ends what still runs in it.</summary>
#pragma warning disable CA1001 // A source without a timer holds nothing that needs disposing; late calls may still ask for its token.
internal sealed class SessionLifetime(ServiceDialect dialect)
{
    private readonly CancellationTokenSource _closed = new();

    public CancellationToken Closed => _closed.Token;

    public void Close() => _closed.Cancel();

    /// <summary>Whether this is how a call or a wait ends when its session is closed, rather than an error of its own.</summary>
    public bool Ended(Exception exception) => _closed.IsCancellationRequested
        && exception is OperationCanceledException or ObjectDisposedException or HttpRequestException or IOException;

    /// <param name="operation">What was running.</param>
    /// <param name="subject">What it was about.</param>
    /// <param name="attempts">Requests sent.</param>
    /// <param name="mayHaveTakenEffect">A change was under way.</param>
    public ApiException CreateError(string operation, string? subject, int attempts = 0, bool mayHaveTakenEffect = false)
    {
        string about = subject is null ? string.Empty : $" ({subject})";
        string outcome = mayHaveTakenEffect ? " Whether it took effect is unknown." : string.Empty;
        string look = mayHaveTakenEffect ? "look whether it took effect, " : string.Empty;
        return new(
            ApiErrorKind.SessionClosed,
            dialect.Service,
            operation,
            Redactor.Text($"{dialect.Service}: could not {operation}{about}: the session was closed.{outcome}", dialect.Secrets))
        {
            Subject = subject,
            Attempts = attempts,
            OutcomeUnknown = mayHaveTakenEffect,
            Remedy = $"Open a session with {dialect.ConnectCommand}, {look}then run the command again.",
        };
    }
}
