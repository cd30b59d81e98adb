using System.ComponentModel;
using System.Reflection;
using System.Text.Json;

namespace CompanyData.Module.Tests.Engine;

/// <summary>The PowerShell that runs the Pester suites: the one of the tool manifest, or the one that COMPANYDATA_PWSH names.</summary>
internal sealed class PowerShellHost
{
    private const string Choice = "COMPANYDATA_PWSH";

    private static readonly Version OldestVersion = new(7, 4);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);
    private static readonly string[] Tool = ["dotnet", "tool", "run", "pwsh", "--"];

    private static readonly Lazy<PowerShellHost> Found = new(Find);

    private PowerShellHost(string[] command, Version? version, string? missing)
    {
        Command = command;
        Missing = missing;
        Description = $"PowerShell {version} ({string.Join(' ', command)}), Pester {PesterVersion}";
    }

    /// <summary>The one host of this test run.</summary>
    public static PowerShellHost Current => Found.Value;

    /// <summary>The folder of PSModulePath that holds Pester.</summary>
    public static string ModuleFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Modules");

    /// <summary>The Pester that runs the suites; it comes with the restore of this project.</summary>
    public static string PesterVersion { get; } = typeof(PowerShellHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == nameof(PesterVersion)).Value!;

    /// <summary>The program and the arguments that start it.</summary>
    public string[] Command { get; }

    /// <summary>The engine and the Pester, with their versions.</summary>
    public string Description { get; }

    /// <summary>What is missing to run Pester here, and how to get it; null where nothing is.</summary>
    public string? Missing { get; }

    /// <summary>Starts a script file in a process of its own.</summary>
    public ChildProcess Start(string script, IEnumerable<string> arguments, string variant) => Start(Command, script, arguments, variant);

    private static ChildProcess Start(string[] command, string script, IEnumerable<string> arguments, string variant) =>
        new([.. command, "-NoProfile", "-NonInteractive", "-File", Repository.PathOf("tests", "Pester", script), .. arguments], variant);

    /// <summary>The PowerShell at a path: a program, or pwsh.dll.</summary>
    public static PowerShellHost Choose(string path)
    {
        string[] command = Path.GetExtension(path) == ".dll" ? ["dotnet", path] : [path];
        (HostVersion? version, string error) = Probe(command);
        string? missing = version switch
        {
            null => $"{Choice} names '{path}', which does not start as PowerShell: {error}",
            { PowerShell: var old } when old < OldestVersion => $"{Choice} names PowerShell {old}; the module needs {OldestVersion} or later",
            _ => null,
        };
        return new PowerShellHost(command, version?.PowerShell, missing);
    }

    private static PowerShellHost Find() =>
        Environment.GetEnvironmentVariable(Choice) is { Length: > 0 } path ? Choose(path) : FindTool();

    private static PowerShellHost FindTool()
    {
        (HostVersion? version, string error) = Probe(Tool);
        if (version is null)
        {
            using ChildProcess restore = new(["dotnet", "tool", "restore"], Repository.Variants[0]);
            restore.WaitFor(restore.Exited, Silence);
            (version, error) = Probe(Tool);
            error = $"{restore.Output} {restore.Error} {error}";
        }

        // Started directly, without the two processes of the tool around it: quicker, and a kill reaches it.
        return version is null
            ? new PowerShellHost(Tool, version: null, $"'dotnet tool restore' did not bring PowerShell. Run it, or name an installed PowerShell in {Choice}. {error}")
            : new PowerShellHost(["dotnet", Path.Combine(version.Home, "pwsh.dll")], version.PowerShell, missing: null);
    }

    private static (HostVersion? Version, string Error) Probe(string[] command)
    {
        try
        {
            using ChildProcess child = Start(command, "Get-HostVersion.ps1", [], Repository.Variants[0]);
            child.WaitFor(child.Exited, Silence);
            return child.ExitCode == 0
                ? (JsonSerializer.Deserialize<HostVersion>(child.Output), string.Empty)
                : (null, $"{child.Output} {child.Error}".Trim());
        }
        catch (Win32Exception notFound)
        {
            return (null, notFound.Message);
        }
    }
}
