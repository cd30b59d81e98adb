using CompanyData.Module.Tests.Engine;

namespace CompanyData.Module.Tests;

/// <summary>A clone builds wherever it lies: nothing asks for words in its full path.</summary>
public sealed class CloneFolderTests : IDisposable
{
    private static readonly string[] Needed = ["Directory.Build.props", "Directory.Packages.props", ".editorconfig", "build", "module", "src", "benchmarks/CompanyData.Limit"];

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("companydata-");

    [Theory]
    // Its own checkout had the analysers look at it already.
    [InlineData("src/CompanyData.PowerShell", "-p:RunAnalyzers=false")]
    // Fails where it is taken for a library, as everything was in a folder named src.
    [InlineData("benchmarks/CompanyData.Limit", "-p:RunAnalyzers=true")]
    public void Build_BelowAFolderNamedSrcWithUnusualCharacters_Succeeds(string project, string analysis)
    {
        string clone = Path.Combine(_parent.FullName, "src", "a b [c] é");
        Copy(clone);

        using ChildProcess build = new(
            ["dotnet", "build", Path.Combine(clone, project), "--framework", "net8.0", "--nologo", "-v:q", "-nr:false", analysis], "net8.0");
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
