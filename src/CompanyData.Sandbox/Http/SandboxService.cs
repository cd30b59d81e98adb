namespace CompanyData.Sandbox.Http;

/// <summary>Everything below one path of the sandbox. A further API is a further service in the handler's list.</summary>
internal abstract class SandboxService(string mount)
{
    /// <summary>Whether the fault rate applies. Pages for people have none.</summary>
    public virtual bool HasFaults => true;

    public bool Owns(string path) =>
        path.StartsWith(mount, StringComparison.Ordinal) && (path.Length == mount.Length || path[mount.Length] == '/');

    public string PathBelow(string path) => path.Substring(mount.Length).TrimStart('/');

    public abstract HttpResponseMessage Answer(SandboxCall call);
}
