using System.Collections.Concurrent;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace CompanyData.Sessions;

/// <summary>The default session of each service, kept per runspace: parallel runspaces do not disturb each other.</summary>
internal sealed class SessionStore
{
    private static readonly ConditionalWeakTable<Runspace, SessionStore> Stores = new();

    private static readonly ConcurrentDictionary<string, bool> Opened = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, CompanyDataSession> _sessions = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The store of the runspace that this thread runs in.</summary>
    public static SessionStore Current => Stores.GetOrCreateValue(Runspace.DefaultRunspace);

    public IReadOnlyCollection<CompanyDataSession> All => _sessions.Values;

    public CompanyDataSession? Find(ServiceEntry service) => _sessions.TryGetValue(service.Name, out CompanyDataSession? session) ? session : null;

    /// <summary>The default session; where there is none, one is opened from the environment and becomes the default.</summary>
    /// <exception cref="ArgumentException">What the environment says cannot be used.</exception>
    public CompanyDataSession? FindOrOpen(ServiceEntry service)
    {
        CompanyDataSession? session = Find(service) ?? service.TryOpen();
        if (session is not null)
        {
            Set(session);
        }

        return session;
    }

    /// <summary>Makes it the default. The one before stays open: it may still be in use under another name.</summary>
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
