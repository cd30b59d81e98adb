using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>The ways by which connections read, each with its consent, and how their synchronisations went.</summary>
public sealed class PowensSources
{
    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensSources(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET …/connections/{id}/sources [docs].</summary>
    public IAsyncEnumerable<PowensConnectionSource> ListAsync(string userId, string connectionId, CancellationToken cancellationToken)
        => _reader.ReadNamedAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/connections/{connectionId}/sources"), "list the sources", connectionId),
            PowensJsonContext.Default.PowensConnectionSource,
            source => source.Id,
            isPaged: false,
            cancellationToken,
            "sources");

    /// <summary>GET …/connections/{id}/sources/{sid} [docs].</summary>
    public Task<PowensConnectionSource> GetAsync(string userId, string connectionId, string sourceId, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}/connections/{connectionId}/sources/{sourceId}"), "read the source", sourceId),
            PowensJsonContext.Default.PowensConnectionSource,
            cancellationToken);

    /// <summary>POST …/connections/{id}/sources/{sid} [docs]: <c>disabled</c>.</summary>
    public Task<PowensConnectionSource> SetDisabledAsync(string userId, string connectionId, string sourceId, bool isDisabled, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Change(
                ApiPath.Create($"users/{userId}/connections/{connectionId}/sources/{sourceId}"), "change the source", sourceId, new JsonObject { ["disabled"] = isDisabled }),
            PowensJsonContext.Default.PowensConnectionSource,
            cancellationToken);

    /// <summary>GET …/connections/{id}/logs, /users/{u}/logs, /logs [docs], as they come.</summary>
    public IAsyncEnumerable<PowensConnectionLog> ListLogsAsync(PowensLogFilter filter, CancellationToken cancellationToken)
        => _reader.ReadNamedAsync(
            PowensRequest.Read(filter.Path, "list the logs", filter.ConnectionId ?? filter.UserId, LogScope(filter)),
            PowensJsonContext.Default.PowensConnectionLog,
            log => log.Id,
            isPaged: true,
            cancellationToken,
            "connectionlogs");

    /// <summary>Logs take a user's token [docs]. That those of all users take the manage token of the scope "user" is [inferred].</summary>
    private static string LogScope(PowensLogFilter filter) => filter.UserId is null ? PowensScope.Users : PowensScope.User;
}
