#if NETSTANDARD
using System.Reflection;

namespace CompanyData.Loader;

/// <summary>
/// Stands in for a load context, which Windows PowerShell does not have: answers what the module's own assemblies ask for and
/// the process cannot find. By simple name alone, for there are no binding redirects in Windows PowerShell either.
/// </summary>
internal sealed class BinFolderResolver
{
    private readonly string _binFolder;

    public BinFolderResolver(string binFolder)
    {
        _binFolder = binFolder;
        AppDomain.CurrentDomain.AssemblyResolve += (_, request) => Resolve(request);
    }

    // LoadFile, as LoadFrom would refuse or hand over another module's copy of the same name.
    public Assembly Load(string simpleName) => Assembly.LoadFile(PathOf(simpleName));

    private Assembly? Resolve(ResolveEventArgs request)
    {
        string simpleName = new AssemblyName(request.Name).Name;
        return IsOurs(request.RequestingAssembly) && File.Exists(PathOf(simpleName)) ? Load(simpleName) : null;
    }

    // Other modules' requests are theirs to answer: a copy of ours would not fit their types.
    private bool IsOurs(Assembly? requester) =>
        requester is null || (!requester.IsDynamic && string.Equals(Path.GetDirectoryName(requester.Location), _binFolder, StringComparison.OrdinalIgnoreCase));

    private string PathOf(string simpleName) => Path.Combine(_binFolder, simpleName + ".dll");
}
#endif
