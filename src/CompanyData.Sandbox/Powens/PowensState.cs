using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens;

/// <summary>Everything that a Powens domain holds. One call at a time touches it, under <see cref="Gate"/>.</summary>
internal sealed class PowensState
{
    public const long FirstUserId = 1;
    private long _users;
    private long _connections;

    public PowensState(SandboxOptions options)
    {
        Options = options;
        Access = new PowensAccess(this);
        Bank = new PowensBank(this);
        Webhooks = new WebhookRegistry(this);
        foreach (var pair in ConfigTable.Read())
        {
            Config[pair.Key] = pair.Value;
        }

        var first = AddUser();
        first.IsPermanent = true;
        Bank.ConnectReady(first, MagicConnectors.Bank);
        Bank.ConnectReady(first, MagicConnectors.Provider);
    }

    public object Gate { get; } = new();

    public SandboxOptions Options { get; }

    public DateTimeOffset Now => Options.Time.GetUtcNow();

    public PowensAccess Access { get; }

    public PowensBank Bank { get; }

    public WebhookRegistry Webhooks { get; }

    public List<PowensUser> Users { get; } = [];

    public SortedDictionary<string, JsonElement> Config { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a parameter of the configuration is true.</summary>
    public bool IsSet(string name) => Config.TryGetValue(name, out var value) && value.ToString() is "true" or "True" or "1";

    /// <summary>How long a call that talks to the bank is held back: not at all with <c>background</c>. [docs]</summary>
    public TimeSpan BankDelayOf(SandboxCall call) =>
        Options.PowensSlowBank && !call.Query.IsOn("background") ? Options.SyncDuration : TimeSpan.Zero;

    public PowensUser AddUser()
    {
        var user = new PowensUser(++_users, Now);
        Users.Add(user);
        Webhooks.Note(PowensEvent.UserCreated, user);
        return user;
    }

    public void RemoveUser(PowensUser user)
    {
        Access.RevokeAll(user);
        Users.Remove(user);
        Webhooks.Note(PowensEvent.UserDeleted, user);
    }

    public PowensUser FindUser(string id) =>
        Users.Find(user => PowensWriting.IsId(user.Id, id)) ?? throw ApiException.NotFound("User");

    public PowensConnection AddConnection(PowensUser user, MagicConnector connector)
    {
        var connection = new PowensConnection(++_connections, user.Id, connector, Now);
        user.Connections.Add(connection);
        return connection;
    }
}
