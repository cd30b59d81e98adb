using System.Reflection;

namespace CompanyData.Loader;

/// <summary>Loads the module's assembly and its dependencies, isolated from other assemblies in the process.</summary>
public static class ModuleLoader
{
    private const string ModuleAssembly = "CompanyData.PowerShell";

    private static readonly Dictionary<string, Assembly> Loaded = new(StringComparer.Ordinal);

    /// <summary>
    /// Loads the module from <paramref name="binFolder"/>. The same folder returns the same assembly every time, in every runspace.
    /// </summary>
    /// <param name="binFolder">The folder with the module's assembly and its private dependencies.</param>
    /// <returns>The assembly with the cmdlets.</returns>
    public static Assembly Load(string binFolder)
    {
        string folder = Path.GetFullPath(binFolder).TrimEnd(Path.DirectorySeparatorChar);
        lock (Loaded)
        {
            if (!Loaded.TryGetValue(folder, out Assembly? module))
            {
                Loaded[folder] = module = LoadFrom(folder);
            }

            return module;
        }
    }

#if NET
    private static Assembly LoadFrom(string folder) => new ModuleLoadContext(folder).LoadFromAssemblyName(new AssemblyName(ModuleAssembly));
#else
    private static Assembly LoadFrom(string folder) => new BinFolderResolver(folder).Load(ModuleAssembly);
#endif
}
