using System.Xml.Linq;

namespace CompanyData.Module.Tests;

/// <summary>Where things lie in the checkout that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The variants that every build stages under module/bin.</summary>
    public static readonly string[] Variants = ["net8.0", "netstandard2.0"];

    private static readonly string Root = FindRoot();

    /// <summary>The version of everything that is built here.</summary>
    public static string Version { get; } =
        XDocument.Load(PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>Gives the full path of something in the checkout.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Gives the full path of the assembly with the cmdlets.</summary>
    public static string ModuleAssembly(string variant) => PathOf("module", "bin", variant, "CompanyData.PowerShell.dll");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Module.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Module.sln above {AppContext.BaseDirectory}.");
    }
}
