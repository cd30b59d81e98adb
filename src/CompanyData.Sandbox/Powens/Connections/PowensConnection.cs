using System.Text.Json;
using CompanyData.Sandbox.Http;
using CompanyData.Sandbox.Powens.Data;
using CompanyData.Sandbox.Powens.Inferred;

namespace CompanyData.Sandbox.Powens;

/// <summary>The tie between a user and a connector. Its state follows from the clock; nothing runs in between.</summary>
internal sealed class PowensConnection
{
    private static readonly string[] AccountLists = ["accounts", "all_accounts"];
    private readonly List<ConnectionLog> _logs = [];
    private string? _state;
    private DateTimeOffset _stateEndsAt = DateTimeOffset.MaxValue;
    private DateTimeOffset? _lastUpdate;
    private DateTimeOffset _syncEndsAt = DateTimeOffset.MaxValue;

    public PowensConnection(long id, long userId, MagicConnector connector, DateTimeOffset createdAt)
    {
        Id = id;
        UserId = userId;
        Connector = connector;
        CreatedAt = createdAt;
        Source = new ConnectionSource(this);
        Accounts = AccountCatalog.Create(this);
        Subscriptions = SubscriptionCatalog.Create(this);
    }

    public long Id { get; }

    public long UserId { get; }

    public MagicConnector Connector { get; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset? NextTry { get; private set; }

    /// <summary>How many times a synchronisation was rejected.</summary>
    public int Rejections { get; set; }

    public ConnectionSource Source { get; }

    public IReadOnlyList<PowensAccount> Accounts { get; }

    public IReadOnlyList<PowensSubscription> Subscriptions { get; }

    /// <summary>How its synchronisations went that have ended, oldest first.</summary>
    public IEnumerable<ConnectionLog> LogsAt(DateTimeOffset now) => _logs.Where(log => log.End <= now);

    /// <summary>When its accounts and transactions came in for the first time.</summary>
    public DateTimeOffset FirstUpdate { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>A consent that has ended asks for the end user, whatever was before.</summary>
    public string? StateAt(DateTimeOffset now) => Source.HasEndedAt(now) ? PowensStates.WebauthRequired : now >= _stateEndsAt ? null : _state;

    public DateTimeOffset? LastUpdateAt(DateTimeOffset now) => now >= _syncEndsAt ? _syncEndsAt : _lastUpdate;

    /// <summary>Whether the first synchronisation has ended, so that there is something to read.</summary>
    public bool HasDataAt(DateTimeOffset now) => LastUpdateAt(now) is not null;

    /// <summary>Stays in a state until something ends it, or until a time, at which a synchronisation ends as well.</summary>
    public void Hold(string state, DateTimeOffset now, DateTimeOffset? until = null, DateTimeOffset? nextTry = null)
    {
        _lastUpdate = LastUpdateAt(now);
        _state = state;
        _stateEndsAt = until ?? DateTimeOffset.MaxValue;
        _syncEndsAt = _stateEndsAt;
        NextTry = nextTry;
        NoteFirstUpdate();
        _logs.RemoveAll(log => log.End > now);
        _logs.Add(new(now, now, state));
        if (until is { } end)
        {
            _logs.Add(new(now, end, State: null));
        }
    }

    /// <summary>Is fine and synchronises; a running synchronisation goes on.</summary>
    public void Synchronise(DateTimeOffset now, TimeSpan duration)
    {
        var isRunning = StateAt(now) is null && now < _syncEndsAt && _syncEndsAt != DateTimeOffset.MaxValue;
        _lastUpdate = LastUpdateAt(now);
        _state = null;
        NextTry = null;
        if (!isRunning)
        {
            _syncEndsAt = now + duration;
            _logs.RemoveAll(log => log.End > now);
            _logs.Add(new(now, _syncEndsAt, State: null));
        }

        NoteFirstUpdate();
    }

    /// <summary>The connection object. [docs]</summary>
    public void Write(Utf8JsonWriter json, DateTimeOffset now, ISet<string> expand)
    {
        var state = StateAt(now);
        json.WriteStartObject();
        json.WriteNumber("id", Id);
        json.WriteNumber("id_user", UserId);
        json.WriteNumber("id_connector", Connector.Id);
        json.WriteString("connector_uuid", Connector.Uuid);
        json.WriteString("state", state);
        json.WriteString("error", state);
        json.WriteString("error_message", state is null ? null : $"La banque répond : {state}.");
        json.WriteTimeOrNull("last_update", LastUpdateAt(now));
        json.WriteTimeOrNull("created", CreatedAt);
        json.WriteBoolean("active", true);
        json.WriteTimeOrNull("last_push", LastUpdateAt(now));
        json.WriteTimeOrNull("expire", null);
        json.WriteTimeOrNull("next_try", state is null ? LastUpdateAt(now)?.AddDays(1) : NextTry);
        if (state is PowensStates.AdditionalInformationNeeded)
        {
            json.WriteStartArray("fields");
            CredentialField.Code.Write(json);
            json.WriteEndArray();
        }

        if (Connector.IsStrange)
        {
            json.WriteStrangeFields();
        }

        WriteExpanded(json, now, expand);
        json.WriteEndObject();
    }

    private void WriteExpanded(Utf8JsonWriter json, DateTimeOffset now, ISet<string> expand)
    {
        if (expand.Contains("connector"))
        {
            json.WritePropertyName("connector");
            ConnectorWriter.Write(json, Connector, expand);
        }

        if (expand.Contains("sources"))
        {
            WriteSources(json, now);
        }

        foreach (var name in AccountLists.Where(expand.Contains))
        {
            json.WriteStartArray(name);
            foreach (var account in HasDataAt(now) ? Accounts : [])
            {
                if (name is "all_accounts" || account.DisabledAt is null)
                {
                    account.Write(json, now);
                }
            }

            json.WriteEndArray();
        }
    }

    private void WriteSources(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartArray("sources");
        json.WriteStartObject();
        Source.WriteFields(json, now);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void NoteFirstUpdate()
    {
        if (_lastUpdate is null)
        {
            FirstUpdate = _syncEndsAt;
        }
    }
}
