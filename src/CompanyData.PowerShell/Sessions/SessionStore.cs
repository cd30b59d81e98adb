using System.Collections.Concurrent;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace CompanyData.Sessions;

/// <summary>The default session of each service, per runspace, so that parallel runspaces do not affect each other.</summary>
internal sealed class SessionStore
{
    private static readonly ConditionalWeakTable<Runspace, SessionStore> Stores = new();

    private static readonly ConcurrentDictionary<string, bool> Opened = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, CompanyDataSession> _sessions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The store of the current runspace.</summary>
    public static SessionStore Current => Stores.GetOrCreateValue(Runspace.DefaultRunspace);

    public IReadOnlyCollection<CompanyDataSession> All => _sessions.Values;

    public CompanyDataSession? Find(ServiceEntry service) => _sessions.TryGetValue(service.Name, out CompanyDataSession? session) ? session : null;

    /// <summary>Returns the default session; if there is none, opens one from environment variables and makes it the default.</summary>
    /// <exception cref="ArgumentException">An environment variable is invalid.</exception>
    public CompanyDataSession? FindOrOpen(ServiceEntry service)
    {
        CompanyDataSession? session = Find(service) ?? service.TryOpen();
        if (session is not null)
        {
            Set(session);
        }

        return session;
    }

    /// <summary>Makes a session the default. The previous default stays open, because a variable may still refer to it.</summary>
    public void Set(CompanyDataSession session)
    {
        _sessions[session.Service] = session;
        Opened[session.Service] = true;
    }

    /// <summary>Whether any runspace of this process has opened a session on the service.</summary>
    public static bool WasOpened(ServiceEntry service) => Opened.ContainsKey(service.Name);

    public void Remove(CompanyDataSession session)
    {
        if (_sessions.TryGetValue(session.Service, out CompanyDataSession? current) && ReferenceEquals(current, session))
        {
            _sessions.Remove(session.Service);
        }
    }
}
