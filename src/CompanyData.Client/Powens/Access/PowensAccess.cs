using System.Text.Json.Nodes;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Creates and revokes user tokens and codes: the calls under /auth.</summary>
public sealed class PowensAccess
{
    private readonly ApiTransport _transport;
    private readonly PowensCredentials _credentials;

    internal PowensAccess(ApiTransport transport, PowensCredentials credentials)
    {
        _transport = transport;
        _credentials = credentials;
    }

    /// <summary>POST /auth/init [docs]: creates a (billable) user. Never retried blindly.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrorKind.OutcomeUnknown"/> if the response was lost and the user may exist.</exception>
    public Task<PowensToken> CreateUserAsync(CancellationToken cancellationToken) => RequestAsync(
        "auth/init",
        "create the user",
        new JsonObject { ["client_id"] = _credentials.ClientId, ["client_secret"] = _credentials.ClientSecret?.Reveal() },
        "Check whether there is a new user: Get-PowensUser (requires the users token).",
        cancellationToken);

    /// <summary>POST /auth/renew [docs]: creates another token for a user.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="revokePrevious">Whether to revoke the user's earlier tokens.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<PowensToken> RenewAsync(string userId, bool revokePrevious, CancellationToken cancellationToken)
    {
        JsonObject body = ClientGrant("client_credentials");
        body["id_user"] = long.TryParse(userId, out long number) ? number : userId;
        body["revoke_previous"] = revokePrevious;
        return RequestAsync("auth/renew", "renew the token", body, "Request another token; the one in the lost response stays unused.", cancellationToken, userId);
    }

    /// <summary>POST /auth/token/access [docs]: exchanges a temporary code for a token. A code works once, so this is never retried.</summary>
    public Task<PowensToken> ExchangeAsync(Secret code, Uri? redirectUri, CancellationToken cancellationToken)
    {
        JsonObject body = ClientGrant("authorization_code");
        body["code"] = code.Reveal();
        body["redirect_uri"] = redirectUri?.AbsoluteUri;
        return RequestAsync("auth/token/access", "exchange the code", body, "The code may have been used: request a new one.", cancellationToken, secrets: [code]);
    }

    /// <summary>GET /auth/token/code?type=singleAccess [docs]: a temporary code, for the webview.</summary>
    public async Task<PowensToken> CreateCodeAsync(CancellationToken cancellationToken)
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Get,
            Path = "auth/token/code?type=singleAccess",
            Operation = "ask for a temporary code",
            Scope = PowensScope.User,
        };
        return Read(request, await _transport.SendAsync(request, PowensJsonContext.Default.PowensTokenResponse, cancellationToken).ConfigureAwait(false), null);
    }

    /// <summary>DELETE /auth/token [docs]: revokes the session's own user token.</summary>
    public Task RevokeAsync(CancellationToken cancellationToken) => _transport.SendAsync(
        new ApiRequest
        {
            Method = HttpMethod.Delete,
            Path = "auth/token",
            Operation = "revoke the token",
            Safety = RequestSafety.Idempotent,
            Scope = PowensScope.User,
        },
        cancellationToken);

    private JsonObject ClientGrant(string type)
    {
        if (_credentials.ClientId is null || _credentials.ClientSecret is null)
        {
            throw new ApiException(ApiErrorKind.TokenMissing, "Powens", "request a token", "Powens: this requires the client id and secret; this session does not have them.")
            {
                Subject = "client",
                Remedy = "Connect again: Connect-Powens … -ClientId … -ClientSecret $secret",
            };
        }

        return new JsonObject
        {
            ["grant_type"] = type,
            ["client_id"] = _credentials.ClientId,
            ["client_secret"] = _credentials.ClientSecret.Reveal(),
        };
    }

    private async Task<PowensToken> RequestAsync(
        string path,
        string operation,
        JsonObject body,
        string remedy,
        CancellationToken cancellationToken,
        string? userId = null,
        IReadOnlyCollection<Secret>? secrets = null)
    {
        ApiRequest request = new()
        {
            Method = HttpMethod.Post,
            Path = path,
            Operation = operation,
            Subject = userId,
            Safety = RequestSafety.Create,
            Body = PowensRequest.BodyWithoutNulls(body),
            Secrets = secrets ?? [],
        };
        try
        {
            return Read(request, await _transport.SendAsync(request, PowensJsonContext.Default.PowensTokenResponse, cancellationToken).ConfigureAwait(false), userId);
        }
        catch (ApiException exception) when (exception.CanCheckOutcome)
        {
            throw GuardedCreate.Unknown(exception, userId ?? operation, remedy);
        }
    }

    private PowensToken Read(ApiRequest request, PowensTokenResponse answer, string? userId)
    {
        string? value = answer.AuthToken ?? answer.AccessToken ?? answer.Code;
        if (string.IsNullOrWhiteSpace(value))
        {
            throw _transport.Fail(
                ApiErrorKind.InvalidResponse, request.Operation, $"Powens: could not {request.Operation}: the response contains no token", request.Subject);
        }

        TimeSpan? expiry = answer.ExpiresIn is { } seconds and > 0 and < 10_000_000_000 ? TimeSpan.FromSeconds((double)seconds) : null;
        return new(answer.IdUser ?? userId, new Secret(value!), answer.Type ?? answer.TokenType, expiry);
    }
}
