#if NET
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace CompanyData.Loader;

/// <summary>
/// Loads assemblies in the bin folder privately for the module, independent of other modules; all others (PowerShell, the runtime) come
/// from the default context. A package has precompiled assemblies in a folder per platform; where there is none, those for any platform serve.
/// </summary>
internal sealed class ModuleLoadContext(string binFolder) : AssemblyLoadContext("CompanyData")
{
    private readonly string[] _folders = [Path.Combine(binFolder, Platform), binFolder];

    private static string Platform =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    protected override Assembly? Load(AssemblyName assemblyName)
        => Array.Find(Array.ConvertAll(_folders, folder => Path.Combine(folder, assemblyName.Name + ".dll")), File.Exists) is { } path ? LoadFromAssemblyPath(path) : null;
}
#endif
