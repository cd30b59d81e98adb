using CompanyData.Transport;

namespace CompanyData.Sessions;

/// <summary>An open session on one service. Exposes no secrets.</summary>
public abstract class CompanyDataSession(string service, bool isSandbox)
{
    public string Service { get; } = service;

    public abstract Uri Uri { get; }

    public bool IsSandbox { get; } = isSandbox;

    public DateTime OpenedAt { get; } = DateTime.Now;

    public bool IsOpen { get; private set; } = true;

    internal abstract UsageCounter Usage { get; }

    internal void Close()
    {
        IsOpen = false;
        Release();
    }

    private protected abstract void Release();

    public override string ToString() => $"{Service} at {Uri}{(IsSandbox ? " (SANDBOX)" : string.Empty)}";
}
