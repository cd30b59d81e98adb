using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Waits for the end user's consent.</summary>
public static class QardConnectionWaits
{
    /// <summary>Waits until a connection is CONNECTED.</summary>
    /// <param name="connections">The session's connections.</param>
    /// <param name="connection">The connection to wait for.</param>
    /// <param name="timeout">Maximum time to wait; null for no limit.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrorKind.WaitTimeout"/> if the time-out is reached; <see cref="ApiErrorKind.ConsentRequired"/> if the connection was
    /// rejected, has lost its consent or was revoked.
    /// </exception>
    public static async Task<QardDataConnection> WaitAsync(
        this QardDataConnections connections,
        (string UserId, string ConnectionId) connection,
        TimeSpan? timeout,
        CancellationToken cancellationToken)
    {
        QardDataConnection? last = null;
        QardDataConnection? ended = await connections.Polls.WaitAsync(
            ApiPath.Create($"users/{connection.UserId}/data-connections/{connection.ConnectionId}"),
            timeout,
            token => connections.GetAsync(connection.UserId, connection.ConnectionId, token),
            seen => (last = seen).Status is ConnectionStatus.AuthRequired or ConnectionStatus.Connecting ? null : seen,
            cancellationToken).ConfigureAwait(false);
        last ??= new() { Id = connection.ConnectionId, UserId = connection.UserId, ProviderName = "its provider", Status = "unknown" };
        return ended switch
        {
            { Status: ConnectionStatus.Connected } => ended,
            null => throw Failure(ApiErrorKind.WaitTimeout, last, $"is still {last.Status} after {timeout}"),
            _ => throw Failure(ApiErrorKind.ConsentRequired, ended, $"is {ended.Status}"),
        };
    }

    internal static ApiException Failure(ApiErrorKind kind, QardDataConnection connection, string state) => new(
        kind,
        "Qard",
        "wait for the data connection",
        $"Qard: the connection of user {connection.UserId} to {connection.ProviderName} {state}.")
    {
        Subject = connection.Id,
        Remedy = connection.RedirectUrl is { } url
            ? $"Let the end user consent at {url}"
            : $"Reconnect with: Set-QardDataConnection -UserId {connection.UserId} -ConnectionId {connection.Id} -Reconnect",
    };
}
