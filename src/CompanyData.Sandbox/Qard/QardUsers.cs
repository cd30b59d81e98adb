using System.Collections.Concurrent;
using System.Globalization;
using CompanyData.Sandbox.Generation;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard;

/// <summary>All users, by id and in the order of their creation.</summary>
internal sealed class QardUsers(SandboxOptions options)
{
    private readonly ConcurrentDictionary<Guid, QardUser> _byId = new();
    private readonly ConcurrentDictionary<Guid, QardUser> _byConnection = new();
    private readonly List<QardUser> _inOrder = [];
    private QardUser[]? _snapshot;
    private long _created;

    /// <param name="create">Creates the user from its id.</param>
    public QardUser Add(Func<Guid, QardUser> create)
    {
        lock (_inOrder)
        {
            var user = create(Hash.Id(options.Seed, "user", ++_created));
            _byId[user.Id] = user;
            _inOrder.Add(user);
            _snapshot = null;
            return user;
        }
    }

    public QardUser Find(string id) =>
        Guid.TryParse(id, out var key) && _byId.TryGetValue(key, out var user) ? user : throw ApiException.NotFound("User");

    /// <summary>The owner of a connection, or null.</summary>
    public QardUser? FindOwner(Guid connectionId) => _byConnection.TryGetValue(connectionId, out var user) ? user : null;

    public void AddConnection(QardUser user, QardConnection connection)
    {
        user.Connections.Add(connection);
        _byConnection[connection.Id] = user;
    }

    /// <summary>Removes a connection and all data that came from it. [docs]</summary>
    public void RemoveConnection(QardUser user, QardConnection connection)
    {
        user.Connections.Remove(connection);
        user.Syncs.RemoveAll(item => item.Connection == connection);
        _byConnection.TryRemove(connection.Id, out _);
    }

    public void Remove(QardUser user)
    {
        lock (_inOrder)
        {
            _byId.TryRemove(user.Id, out _);
            _inOrder.Remove(user);
            _snapshot = null;
        }

        foreach (var connection in user.Connections.ToArray())
        {
            RemoveConnection(user, connection);
        }
    }

    /// <summary>
    /// The users in order. The filter finds every siren that contains the text, on purpose: whether the real one matches
    /// exactly is not published, so a client must compare for itself. [inferred]
    /// </summary>
    public IReadOnlyList<QardUser> List(string? siren)
    {
        lock (_inOrder)
        {
            return string.IsNullOrEmpty(siren)
                ? _snapshot ??= [.. _inOrder]
                : _inOrder.FindAll(user => user.Siren is { } own && Contains(own, siren!));
        }
    }

    private static bool Contains(string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.Ordinal) >= 0;
}
