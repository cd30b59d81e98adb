using System.Net;
using System.Text.Json;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>Powens' bearer tokens by scope [seed] and its error format, whose code is more specific than the status [docs].</summary>
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
                ApiErrorKind.TokenMissing, Service, request.Operation, $"Powens: could not {request.Operation}: this requires {token}, which this session does not have.")
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
        "WRONGPASS" => "Ask the user for the correct login and password and send them again with -Field.",
        "ACTIONNEEDED" => "Ask the user to log in at the bank and follow its instructions.",
        "PASSWORDEXPIRED" => "Ask the user to change the password at the bank, then send the new one with -Field.",
        "WEBSITEUNAVAILABLE" or "TOOMANYSYNC" or "RATELIMITING" => "Try again later.",
        "CONNECTIONLOCKED" => "Another operation is in progress on this connection: wait for it with Wait-PowensConnection.",
        "BANKMESSAGE" => "Ask the user to log in at the bank: there is a message to read.",
        "CONFIG" => "The domain's configuration does not allow this. Check it with Get-PowensConfiguration, or ask Powens' support.",
        "BUG" or "KEYMANAGER" or "DATAERROR" => "Internal error at Powens: try again later. If the error persists, send the request id to Powens' support.",
        "NOTSUPPORTED" => "The domain, the bank or the account does not have this. Some functions, such as the owners of accounts, are enabled for a domain by Powens' support.",
        "FORBIDDEN" => "The token is not valid for this call. For another user's data: Connect-Powens … -UserToken (New-PowensToken ID).Token",
        _ when kind == ApiErrorKind.NotFound => "Check the id, and that it was created with the account of this session. Use -All for transactions of a disabled account.",
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
