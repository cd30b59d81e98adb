namespace CompanyData.Sandbox.Http;

/// <summary>Everything below one path of the sandbox. To add an API, add a service to the handler's list.</summary>
internal abstract class SandboxService(string mount)
{
    private int _underWay;

    /// <summary>Whether the fault rate applies. HTML pages meet no faults.</summary>
    public virtual bool HasFaults => true;

    /// <summary>How long the response to a call is held back, after the call took effect.</summary>
    public virtual TimeSpan DelayOf(SandboxCall call) => TimeSpan.Zero;

    /// <summary>Counts a request as begun.</summary>
    /// <returns>How many are in progress now.</returns>
    public int Begin() => Interlocked.Increment(ref _underWay);

    /// <summary>Counts a request as ended, whatever its outcome.</summary>
    public void End() => Interlocked.Decrement(ref _underWay);

    public bool Owns(string path) =>
        path.StartsWith(mount, StringComparison.Ordinal) && (path.Length == mount.Length || path[mount.Length] == '/');

    public string PathBelow(string path) => path.Substring(mount.Length).TrimStart('/');

    public abstract HttpResponseMessage Answer(SandboxCall call);
}
