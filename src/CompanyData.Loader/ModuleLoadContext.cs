#if NET
using System.Reflection;
using System.Runtime.Loader;

namespace CompanyData.Loader;

/// <summary>
/// Loads assemblies in the bin folder privately for the module, independent of other modules; all others (PowerShell, the runtime) come
/// from the default context.
/// </summary>
internal sealed class ModuleLoadContext(string binFolder) : AssemblyLoadContext("CompanyData")
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Combine(binFolder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
#endif
