using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Reads and removes users.</summary>
public sealed class PowensUsers
{
    /// <summary>The user of the session's token.</summary>
    public const string Me = "me";

    private readonly ApiTransport _transport;
    private readonly PowensReader _reader;

    internal PowensUsers(ApiTransport transport, PowensReader reader)
    {
        _transport = transport;
        _reader = reader;
    }

    /// <summary>GET /users [docs], with the manage token of the scope "user".</summary>
    public IAsyncEnumerable<PowensUser> ListAsync(CancellationToken cancellationToken)
        => _reader.ReadAsync(
            PowensRequest.Read("users", "list the users", scope: PowensScope.Users),
            PowensJsonContext.Default.PowensPagePowensUser,
            user => user.Id,
            cancellationToken);

    /// <summary>GET /users/{id or me} [docs].</summary>
    public Task<PowensUser> GetAsync(string userId, CancellationToken cancellationToken)
        => _transport.SendAsync(
            PowensRequest.Read(ApiPath.Create($"users/{userId}"), "read the user", userId),
            PowensJsonContext.Default.PowensUser,
            cancellationToken);

    /// <summary>DELETE /users/{id or me} [docs]: with all of the user's data.</summary>
    public Task RemoveAsync(string userId, CancellationToken cancellationToken)
        => _transport.RemoveAsync(ApiPath.Create($"users/{userId}"), "remove the user", userId, cancellationToken, PowensScope.User);
}
