using System.Globalization;
using System.Net;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens;

/// <summary>Who may do what: tokens, codes and scopes. 401 without a token, 403 for one that is refused. [docs]</summary>
internal sealed class PowensAccess(PowensState state)
{
    private readonly List<PowensToken> _tokens = [];
    private readonly List<PowensToken> _codes = [];
    private bool _firstTokenIsRevoked;
    private long _made;

    /// <summary>The user whom the path begins with: <c>me</c>, or the id of the token's owner.</summary>
    public PowensUser User(SandboxCall call)
    {
        var user = Owner(call);
        var name = call.Values[0];
        return string.Equals(name, "me", StringComparison.Ordinal)
            || string.Equals(name, user.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                ? user
                : throw PowensException.Forbidden("The token is another user's.");
    }

    /// <summary>The same, and any user by id for the manage token that serves /users. [docs]</summary>
    public PowensUser UserOrManaged(SandboxCall call) =>
        ScopeOf(Bearer(call)) is PowensScope.User && !string.Equals(call.Values[0], "me", StringComparison.Ordinal)
            ? state.FindUser(call.Values[0])
            : User(call);

    /// <summary>Whose logs a call sees: all users' with the manage token of scope user [inferred], else the token's owner's.</summary>
    public IEnumerable<PowensUser> UsersSeenBy(SandboxCall call) => ScopeOf(Bearer(call)) is PowensScope.User ? state.Users : [Owner(call)];

    /// <summary>The owner of the user token that the call carries.</summary>
    public PowensUser Owner(SandboxCall call)
    {
        var token = Bearer(call);
        if (ScopeOf(token) is { } scope)
        {
            throw PowensException.Forbidden($"A user's token is needed, not the manage token of scope {NameOf(scope)}.");
        }

        if (!_firstTokenIsRevoked && string.Equals(token, state.Options.PowensUserToken, StringComparison.Ordinal))
        {
            return state.Users.FirstOrDefault(user => user.Id == PowensState.FirstUserId) ?? throw Refused();
        }

        var found = _tokens.Find(known => string.Equals(known.Value, token, StringComparison.Ordinal) && state.Now < known.ExpiresAt);
        return state.Users.FirstOrDefault(user => user.Id == found?.UserId) ?? throw Refused();
    }

    public void RequireScope(SandboxCall call, PowensScope needed)
    {
        if (ScopeOf(Bearer(call)) != needed)
        {
            throw PowensException.Forbidden($"The manage token of scope {NameOf(needed)} is needed.");
        }
    }

    /// <summary>Both given and right, or neither given: then no.</summary>
    public bool CheckClient(PowensBody body)
    {
        var (id, secret) = (body.Text("client_id"), body.Text("client_secret"));
        if (string.IsNullOrEmpty(secret) && (string.IsNullOrEmpty(id) || IsClient(id!)))
        {
            return false;
        }

        return IsClient(id ?? "") && string.Equals(secret, state.Options.PowensClientSecret, StringComparison.Ordinal)
            ? true
            : throw new PowensException(HttpStatusCode.Forbidden, PowensDefaults.WrongClient, "Unknown client_id, or wrong client_secret.");
    }

    public bool IsClient(string id) => string.Equals(id, state.Options.PowensClientId, StringComparison.Ordinal);

    public PowensToken MakeToken(PowensUser user, bool isPermanent)
    {
        user.IsPermanent |= isPermanent;
        return Make("token", user, isPermanent, _tokens);
    }

    public PowensToken MakeCode(PowensUser user) => Make("code", user, isPermanent: false, _codes);

    /// <summary>The owner of a code, which is used up by asking.</summary>
    public PowensUser TakeCode(string code)
    {
        var found = _codes.Find(known => string.Equals(known.Value, code, StringComparison.Ordinal));
        _codes.RemoveAll(known => known == found);
        return found is not null && state.Now < found.ExpiresAt
            && state.Users.FirstOrDefault(user => user.Id == found.UserId) is { } owner
                ? owner
                : throw PowensException.Invalid("code", "it is unknown, expired or used already");
    }

    public void Revoke(SandboxCall call)
    {
        _ = Owner(call);
        var token = Bearer(call);
        _firstTokenIsRevoked |= string.Equals(token, state.Options.PowensUserToken, StringComparison.Ordinal);
        _tokens.RemoveAll(known => string.Equals(known.Value, token, StringComparison.Ordinal));
    }

    public void RevokeAll(PowensUser user)
    {
        _firstTokenIsRevoked |= user.Id == PowensState.FirstUserId;
        _tokens.RemoveAll(token => token.UserId == user.Id);
    }

    private static PowensException Refused() => PowensException.Forbidden("The token is unknown, expired or revoked.");

    private static string NameOf(PowensScope scope) => scope switch
    {
        PowensScope.Config => "config",
        PowensScope.User => "user",
        PowensScope.Invoicing => "invoicing",
        _ => "categorization",
    };

    private static string Bearer(SandboxCall call)
    {
        const string scheme = "Bearer ";
        var header = call.Header("Authorization");
        return header?.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) == true
            ? header.Substring(scheme.Length).Trim()
            : throw new PowensException(HttpStatusCode.Unauthorized, PowensDefaults.NoToken, "A token is needed: Authorization: Bearer.");
    }

    private PowensScope? ScopeOf(string token)
    {
        var options = state.Options;
        (string Token, PowensScope Scope)[] all =
        [
            (options.PowensConfigToken, PowensScope.Config),
            (options.PowensUsersToken, PowensScope.User),
            (options.PowensInvoicingToken, PowensScope.Invoicing),
            (options.PowensCategorizationToken, PowensScope.Categorization),
        ];
        return all.Where(pair => string.Equals(pair.Token, token, StringComparison.Ordinal))
            .Select(pair => (PowensScope?)pair.Scope)
            .FirstOrDefault();
    }

    private PowensToken Make(string kind, PowensUser user, bool isPermanent, List<PowensToken> list)
    {
        var value = $"sandbox-{kind}-{Hash.Compute(state.Options.Seed, $"powens {kind}", ++_made):x16}";
        var token = new PowensToken(value, user.Id, isPermanent ? DateTimeOffset.MaxValue : state.Now + PowensDefaults.TemporaryLife);
        list.Add(token);
        return token;
    }
}
