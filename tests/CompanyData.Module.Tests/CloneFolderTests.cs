using CompanyData.Module.Tests.Engine;

namespace CompanyData.Module.Tests;

/// <summary>
/// A clone builds wherever it lies: nothing asks for words in its full path. That the module itself does is shown where the package is
/// built twice (<c>Package.Tests.ps1</c>).
/// </summary>
public sealed class CloneFolderTests : IDisposable
{
    private static readonly string[] Needed = ["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "benchmarks/CompanyData.Limit"];

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("companydata-");

    // It is no library, and failed where it was taken for one, as everything was in a folder named src.
    [Fact]
    public void Build_BelowAFolderNamedSrcWithUnusualCharacters_Succeeds()
    {
        string clone = Path.Combine(_parent.FullName, "src", "a b [c] é");
        Copy(clone);

        using ChildProcess build = new(
            ["dotnet", "build", Path.Combine(clone, "benchmarks", "CompanyData.Limit"), "--nologo", "-v:q", "-nr:false", "-p:RunAnalyzers=true"], "net8.0");
        build.WaitFor(build.Exited, silence: TimeSpan.FromMinutes(10));

        Assert.True(build.ExitCode == 0, build.Output + build.Error);
    }

    public void Dispose() => _parent.Delete(recursive: true);

    private static void Copy(string clone)
    {
        foreach (string file in Needed.SelectMany(FilesOf))
        {
            string target = Path.Combine(clone, Path.GetRelativePath(Repository.PathOf(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static IEnumerable<string> FilesOf(string entry)
    {
        string path = Repository.PathOf(entry);
        return File.Exists(path)
            ? [path]
            : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
    }
}
