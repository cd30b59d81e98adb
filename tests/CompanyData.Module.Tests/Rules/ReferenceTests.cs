using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CompanyData.Module.Tests.Rules;

/// <summary>Windows PowerShell 5.1 brings .NET Framework alone: every other library has to be in the module's folder.</summary>
public class ReferenceTests
{
    private static readonly string[] BroughtByTheHost = ["netstandard", "System.Management.Automation"];

    [Fact]
    public void WindowsPowerShellVariant_EveryReference_IsShippedInThatVersionOrLater()
    {
        string folder = Path.GetDirectoryName(Repository.ModuleAssembly("netstandard2.0"))!;
        string[] files = Directory.GetFiles(folder, "*.dll");
        Dictionary<string, Version?> shipped = files.Select(AssemblyName.GetAssemblyName).ToDictionary(name => name.Name!, name => name.Version);

        IEnumerable<string> missing =
            from file in files
            from reference in ReferencesOf(file)
            where !BroughtByTheHost.Contains(reference.Name) && !(shipped.GetValueOrDefault(reference.Name!) >= reference.Version)
            select $"{Path.GetFileName(file)} needs {reference.Name} {reference.Version}";
        Assert.Empty(missing);
    }

    /// <summary>PowerShell 7 brings its own copy, which all modules share.</summary>
    [Fact]
    public void PowerShell7Variant_BringsNoSystemLibrary() =>
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Repository.ModuleAssembly("net8.0"))!, "System.*.dll"));

    private static List<AssemblyName> ReferencesOf(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }
}
