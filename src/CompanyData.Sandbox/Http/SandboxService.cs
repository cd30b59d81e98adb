namespace CompanyData.Sandbox.Http;

/// <summary>Everything below one path of the sandbox. A further API is a further service in the handler's list.</summary>
internal abstract class SandboxService(string mount)
{
    /// <summary>Whether the fault rate applies. Pages for people have none.</summary>
    public virtual bool HasFaults => true;

    /// <summary>How long the answer to a call is held back, after the call took effect.</summary>
    public virtual TimeSpan DelayOf(SandboxCall call) => TimeSpan.Zero;

    public bool Owns(string path) =>
        path.StartsWith(mount, StringComparison.Ordinal) && (path.Length == mount.Length || path[mount.Length] == '/');

    public string PathBelow(string path) => path.Substring(mount.Length).TrimStart('/');

    public abstract HttpResponseMessage Answer(SandboxCall call);
}
