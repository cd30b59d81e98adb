namespace CompanyData.Sessions;

/// <summary>An open session with the client that sends its requests.</summary>
public abstract class CompanyDataSession<TClient> : CompanyDataSession
    where TClient : IDisposable
{
    private protected CompanyDataSession(string service, TClient client, HttpMessageHandler? sandbox)
        : base(service, sandbox is not null)
    {
        Client = client;
        Sandbox = sandbox;
    }

    internal TClient Client { get; }

    /// <summary>The embedded sandbox; null for a session on a real service.</summary>
    internal HttpMessageHandler? Sandbox { get; }

    private protected override void Release() => Client.Dispose();
}
