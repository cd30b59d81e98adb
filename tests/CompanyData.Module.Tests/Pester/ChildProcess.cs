using System.ComponentModel;
using System.Diagnostics;

namespace CompanyData.Module.Tests.Pester;

/// <summary>Runs a program with a time limit, without the keys that the caller's environment may hold.</summary>
internal static class ChildProcess
{
    private static readonly string[] Services = ["QARD_", "POWENS_", "QONTO_", "CREDITRO_"];

    public static ChildProcessResult Run(string[] command, string variant, TimeSpan timeLimit)
    {
        using Process process = new() { StartInfo = Describe(command, variant) };
        try
        {
            process.Start();
        }
        catch (Win32Exception notFound)
        {
            return new ChildProcessResult(null, string.Empty, notFound.Message);
        }

        // Both at once: a full pipe that nobody reads stops the child.
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Close();
        bool ended = process.WaitForExit(timeLimit);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        Task.WaitAll(output, error);
        return ended
            ? new ChildProcessResult(process.ExitCode, output.Result, error.Result)
            : new ChildProcessResult(null, output.Result, $"Ended after {timeLimit.TotalSeconds} seconds, its time limit. {error.Result}");
    }

    private static ProcessStartInfo Describe(string[] command, string variant)
    {
        ProcessStartInfo start = new(command[0], command[1..])
        {
            WorkingDirectory = Repository.PathOf(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string key in start.Environment.Keys.Where(k => Array.Exists(Services, s => k.StartsWith(s, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(key);
        }

        start.Environment["COMPANYDATA_VARIANT"] = variant;
        start.Environment["PSModulePath"] = string.Join(Path.PathSeparator, new[] { PowerShellHost.ModuleFolder, Environment.GetEnvironmentVariable("PSModulePath") }.OfType<string>());
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        return start;
    }
}
