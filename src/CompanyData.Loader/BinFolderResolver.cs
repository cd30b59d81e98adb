#if NETSTANDARD
using System.Reflection;

namespace CompanyData.Loader;

/// <summary>
/// Replaces a load context, which Windows PowerShell does not have: resolves assemblies that the module's own assemblies request and the
/// process cannot find. Uses only the simple name, because Windows PowerShell has no binding redirects.
/// </summary>
internal sealed class BinFolderResolver
{
    private readonly string _binFolder;

    public BinFolderResolver(string binFolder)
    {
        _binFolder = binFolder;
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) => Resolve(request);
    }

    // LoadFile, because LoadFrom could fail or return another module's copy with the same name.
    public Assembly Load(string simpleName) => Assembly.LoadFile(PathOf(simpleName));

    private Assembly? Resolve(ResolveEventArgs request)
    {
        string simpleName = new AssemblyName(request.Name).Name;
        return IsOurs(request.RequestingAssembly) && File.Exists(PathOf(simpleName)) ? Load(simpleName) : null;
    }

    // Requests of other modules are ignored: our copy would not match their types.
    private bool IsOurs(Assembly? requester) =>
        requester is null || (!requester.IsDynamic && string.Equals(Path.GetDirectoryName(requester.Location), _binFolder, StringComparison.OrdinalIgnoreCase));

    private string PathOf(string simpleName) => Path.Combine(_binFolder, simpleName + ".dll");
}
#endif
