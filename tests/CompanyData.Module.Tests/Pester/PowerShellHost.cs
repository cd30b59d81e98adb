using System.Text.Json;

namespace CompanyData.Module.Tests.Pester;

/// <summary>The PowerShell that runs the Pester suites, looked for once a test run.</summary>
internal sealed class PowerShellHost
{
    private const string Remedy = "install PowerShell 7.4 or later, see https://aka.ms/powershell, or run: dotnet tool restore";

    private static readonly Version OldestVersion = new(7, 4);
    private static readonly TimeSpan ProbeTime = TimeSpan.FromMinutes(1);
    private static readonly string[][] Candidates = [["pwsh"], ["dotnet", "tool", "run", "pwsh", "--"]];

    private static readonly Lazy<PowerShellHost> Found = new(Find);

    private PowerShellHost(string[] command, string? missing)
    {
        Command = command;
        Missing = missing;
    }

    /// <summary>The one host of this test run.</summary>
    public static PowerShellHost Current => Found.Value;

    /// <summary>The program and the arguments that start it.</summary>
    public string[] Command { get; }

    /// <summary>What is missing to run Pester here, and how to get it; null where nothing is.</summary>
    public string? Missing { get; }

    /// <summary>Runs a script file in a process of its own.</summary>
    public ChildProcessResult Run(string script, IEnumerable<string> arguments, string variant, TimeSpan timeLimit) =>
        ChildProcess.Run([.. Command, "-NoProfile", "-NonInteractive", "-File", script, .. arguments], variant, timeLimit);

    private static PowerShellHost Find() =>
        Candidates.Select(Probe).FirstOrDefault(host => host is not null)
            ?? new PowerShellHost([], "PowerShell is not on PATH: " + Remedy);

    private static PowerShellHost? Probe(string[] command)
    {
        string script = Repository.PathOf("tests", "Module", "Get-HostVersion.ps1");
        ChildProcessResult result = new PowerShellHost(command, missing: null).Run(script, [], Repository.Variants[0], ProbeTime);
        if (result.ExitCode != 0)
        {
            return null;
        }

        HostVersion version = JsonSerializer.Deserialize<HostVersion>(result.Output)!;
        return new PowerShellHost(command, WhatIsMissing(version));
    }

    private static string? WhatIsMissing(HostVersion version)
    {
        if (version.PowerShell < OldestVersion)
        {
            return $"PowerShell {version.PowerShell} is too old: {Remedy}";
        }

        return version.Pester is { Major: >= 5 } ? null : "Pester 5 is missing: Install-Module Pester -MinimumVersion 5";
    }
}
