using System.Net;
using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Powens' bearer tokens by scope [seed] and its error format, whose code says more than the status [docs].</summary>
internal sealed class PowensDialect : ServiceDialect
{
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        [PowensScope.User] = "-UserToken",
        [PowensScope.Config] = "-ConfigToken",
        [PowensScope.Users] = "-UsersToken",
        [PowensScope.Invoicing] = "-InvoicingToken",
    };

    private readonly IReadOnlyDictionary<string, Secret?> _tokens;

    public PowensDialect(PowensCredentials credentials)
    {
        _tokens = credentials.ByScope;
        Secrets = [.. _tokens.Values.Append(credentials.ClientSecret).OfType<Secret>()];
    }

    public override string Service => "Powens";

    public override IReadOnlyCollection<Secret> Secrets { get; }

    public override void EnsureCanSend(ApiRequest request)
    {
        if (request.Scope is { } scope && _tokens[scope] is null)
        {
            string token = scope == PowensScope.User ? "a user's token" : $"the manage token of the scope '{scope}'";
            throw new ApiException(
                ApiErrorKind.TokenMissing, Service, request.Operation, $"Powens: to {request.Operation} takes {token}, which this session has not.")
            {
                Subject = scope,
                Remedy = $"Connect again: Connect-Powens … {Parameters[scope]} $token",
            };
        }
    }

    public override void Authenticate(HttpRequestMessage message, ApiRequest request)
    {
        if (request.Scope is { } scope && _tokens[scope] is { } token)
        {
            message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token.Reveal()}");
        }
    }

    /// <summary>Source: powens.md, "branch on code (without regard to case), not on the HTTP status".</summary>
    public override FailureClassification Judge(HttpStatusCode status, string? code) => code?.ToUpperInvariant() switch
    {
        "WRONGPASS" or "ACTIONNEEDED" or "PASSWORDEXPIRED" => new(ApiErrorKind.ConsentRequired, Transient: false, MayHaveTakenEffect: false),
        "WEBSITEUNAVAILABLE" => new(ApiErrorKind.Unavailable, Transient: false, MayHaveTakenEffect: false),
        "TOOMANYSYNC" or "RATELIMITING" => new(ApiErrorKind.RateLimited, Transient: false, MayHaveTakenEffect: false),
        "CONNECTIONLOCKED" => new(ApiErrorKind.Conflict, Transient: false, MayHaveTakenEffect: false),
        "MISSINGPARAMETER" or "INVALIDVALUE" => new(ApiErrorKind.Invalid, Transient: false, MayHaveTakenEffect: false),
        _ => base.Judge(status, code),
    };

    public override string? Remedy(ApiErrorKind kind, string? code) => code?.ToUpperInvariant() switch
    {
        "WRONGPASS" => "Ask the user for the right login and password and send them again, in -Field.",
        "ACTIONNEEDED" => "The user logs in at the bank and does what it asks.",
        "PASSWORDEXPIRED" => "The user changes the password at the bank, then sends the new one.",
        "WEBSITEUNAVAILABLE" or "TOOMANYSYNC" or "RATELIMITING" => "Try again later.",
        "CONNECTIONLOCKED" => "Something else is under way on this connection: wait for it with Wait-PowensConnection.",
        "NOTSUPPORTED" => "The domain, the bank or the account does not have this. Some functions, such as the owners of accounts, are enabled for a domain by Powens' support.",
        "FORBIDDEN" => "The token does not serve this. For another user's data: Connect-Powens … -UserToken (New-PowensToken ID).Token",
        _ when kind == ApiErrorKind.NotFound => "Check the id, and that it was made with the account of this session. Transactions of a disabled account are found with -All.",
        _ => null,
    };

    public override (string? Code, string? Message) ReadError(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, null);
        }

        return (Text(body, "code"), Text(body, "description") ?? Text(body, "message") ?? Text(body, "error"));
    }

    private static string? Text(JsonElement body, string name)
        => body.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null && value.ToString() is { Length: > 0 } text ? text : null;
}
