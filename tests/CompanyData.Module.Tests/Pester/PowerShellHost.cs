using System.Reflection;
using System.Text.Json;

namespace CompanyData.Module.Tests.Pester;

/// <summary>The PowerShell that runs the Pester suites: the one of the tool manifest, or the one that COMPANYDATA_PWSH names.</summary>
internal sealed class PowerShellHost
{
    private const string Choice = "COMPANYDATA_PWSH";

    private static readonly Version OldestVersion = new(7, 4);
    private static readonly TimeSpan ProbeTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RestoreTime = TimeSpan.FromMinutes(10);
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

    /// <summary>Runs a script file in a process of its own.</summary>
    public ChildProcessResult Run(string script, IEnumerable<string> arguments, string variant, TimeSpan timeLimit) =>
        ChildProcess.Run([.. Command, "-NoProfile", "-NonInteractive", "-File", script, .. arguments], variant, timeLimit);

    private static PowerShellHost Find() =>
        Environment.GetEnvironmentVariable(Choice) is { Length: > 0 } path ? FindChosen(path) : FindTool();

    private static PowerShellHost FindChosen(string path)
    {
        string[] command = Path.GetExtension(path) == ".dll" ? ["dotnet", path] : [path];
        (HostVersion? version, string error) = Probe(command);
        return version switch
        {
            null => new PowerShellHost(command, version: null, $"{Choice} names '{path}', which does not start as PowerShell: {error}"),
            { PowerShell: var old } when old < OldestVersion => new PowerShellHost(command, old, $"{Choice} names PowerShell {old}; {OldestVersion} is the oldest that the module supports"),
            { PowerShell: var current } => new PowerShellHost(command, current, missing: null),
        };
    }

    private static PowerShellHost FindTool()
    {
        (HostVersion? version, string error) = Probe(Tool);
        if (version is null)
        {
            ChildProcessResult restore = ChildProcess.Run(["dotnet", "tool", "restore"], Repository.Variants[0], RestoreTime);
            (version, error) = Probe(Tool);
            error = $"{restore.Output} {restore.Error} {error}";
        }

        // Started directly, without the two processes of the tool around it: quicker, and a kill reaches it.
        return version is null
            ? new PowerShellHost(Tool, version: null, $"'dotnet tool restore' did not bring PowerShell; restore it, or name an installed one in {Choice}. {error}")
            : new PowerShellHost(["dotnet", Path.Combine(version.Home, "pwsh.dll")], version.PowerShell, missing: null);
    }

    private static (HostVersion? Version, string Error) Probe(string[] command)
    {
        string script = Repository.PathOf("tests", "Pester", "Get-HostVersion.ps1");
        ChildProcessResult result = new PowerShellHost(command, version: null, missing: null).Run(script, [], Repository.Variants[0], ProbeTime);
        return result.ExitCode == 0
            ? (JsonSerializer.Deserialize<HostVersion>(result.Output), string.Empty)
            : (null, $"{result.Output} {result.Error}".Trim());
    }
}
