using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace CompanyData.Quickstart;

/// <summary>Runs the example script on the PowerShell of this machine, or on the one that the tool manifest pins.</summary>
internal static class PowerShellRun
{
    private static readonly TimeSpan RestorePatience = TimeSpan.FromSeconds(30);

    /// <param name="checkout">Where the script lies.</param>
    /// <param name="reason">Why it did not run, in a sentence.</param>
    public static bool TryRun(Checkout checkout, [NotNullWhen(false)] out string reason)
    {
        string[] script = ["-NoProfile", "-NonInteractive", "-File", checkout.Script];
        int? exitCode = Run(checkout, "pwsh", script);
        if (exitCode is not null)
        {
            reason = $"PowerShell could not run the example (exit code {exitCode}).";
            return exitCode == 0;
        }

        if (!RestoreTool(checkout))
        {
            reason = "PowerShell is not on PATH, and 'dotnet tool restore' could not bring it (get it from https://aka.ms/powershell).";
            return false;
        }

        exitCode = Run(checkout, "dotnet", ["tool", "run", "pwsh", "--", .. script]);
        reason = $"PowerShell from the tool manifest could not run the example (exit code {exitCode}).";
        return exitCode == 0;
    }

    /// <returns>Null where there is no such program.</returns>
    private static int? Run(Checkout checkout, string program, IEnumerable<string> arguments)
    {
        using Process? process = Start(checkout, program, arguments, isQuiet: false);
        process?.WaitForExit();
        return process?.ExitCode;
    }

    private static bool RestoreTool(Checkout checkout)
    {
        using Process? process = Start(checkout, "dotnet", ["tool", "restore"], isQuiet: true);
        if (process is null)
        {
            return false;
        }

        if (process.WaitForExit(RestorePatience))
        {
            return process.ExitCode == 0;
        }

        process.Kill(entireProcessTree: true);
        return false;
    }

    private static Process? Start(Checkout checkout, string program, IEnumerable<string> arguments, bool isQuiet)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = checkout.Root,
            RedirectStandardOutput = isQuiet,
            RedirectStandardError = isQuiet,
        };
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        try
        {
            Process process = Process.Start(start)!;
            if (isQuiet)
            {
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
            }

            return process;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
