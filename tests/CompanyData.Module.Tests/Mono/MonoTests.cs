using System.ComponentModel;
using CompanyData.Module.Tests.Engine;

namespace CompanyData.Module.Tests.Mono;

/// <summary>
/// The client core that Windows PowerShell 5.1 loads, on a runtime that is neither .NET nor .NET Framework. Mono's HttpClient has not got
/// the limits of .NET Framework, so what they do is played: a stream that ignores its token; of the connections, the limit that is set.
/// </summary>
public sealed class MonoTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("companydata-mono-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Core_SideBySideAndCancelled_UsesManyConnectionsAndEndsAtOnce()
    {
        Assert.SkipUnless(IsThere("mono") && IsThere("mcs"), "Mono is not installed (Debian: mono-devel).");
        foreach (string library in Directory.GetFiles(Repository.PathOf("module", "bin", "netstandard2.0"), "*.dll"))
        {
            File.Copy(library, Path.Combine(_folder.FullName, Path.GetFileName(library)));
        }

        string program = Path.Combine(_folder.FullName, "Probe.exe");
        using ChildProcess built = Run("mcs", "-r:System.Net.Http", $"-out:{program}", Repository.PathOf("tests", "CompanyData.Module.Tests", "Mono", "Probe.cs.txt"));
        Assert.True(built.ExitCode == 0, $"{built.Output}{built.Error}");
        using ChildProcess result = Run("mono", program);
        Assert.Equal(["connections: 16", "limit: 256", "cancelled"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool IsThere(string program)
    {
        try
        {
            using ChildProcess process = Run(program, "--version");
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static ChildProcess Run(params string[] command)
    {
        ChildProcess process = new(command, "netstandard2.0");
        process.WaitFor(process.Exited, Limit);
        return process;
    }
}
