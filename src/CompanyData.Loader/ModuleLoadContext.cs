#if NET
using System.Reflection;
using System.Runtime.Loader;

namespace CompanyData.Loader;

/// <summary>
/// What lies in the bin folder is the module's own, whatever others have loaded; everything else (PowerShell, the runtime)
/// is everybody's and comes from the default context.
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
