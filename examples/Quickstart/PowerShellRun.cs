using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace CompanyData.Quickstart;

/// <summary>Runs the example script on the installed PowerShell, or on the version in the tool manifest.</summary>
internal static class PowerShellRun
{
    /// <param name="checkout">The checkout with the script.</param>
    /// <param name="reason">The reason, if the script did not run; one sentence.</param>
    public static bool TryRun(Checkout checkout, [NotNullWhen(false)] out string? reason)
    {
        string[] script = ["-NoProfile", "-NonInteractive", "-File", checkout.Script];
        int? exitCode = Run(checkout, "pwsh", script);
        if (exitCode is null)
        {
            Console.WriteLine("PowerShell is not on PATH; restoring and using the version in .config/dotnet-tools.json.");
            if (Run(checkout, "dotnet", ["tool", "restore"]) != 0)
            {
                reason = "PowerShell is not on PATH, and 'dotnet tool restore' could not install it (download it from https://aka.ms/powershell).";
                return false;
            }

            exitCode = Run(checkout, "dotnet", ["tool", "run", "pwsh", "--", .. script]);
        }

        reason = exitCode == 0 ? null : $"PowerShell could not run the example (exit code {exitCode}).";
        return exitCode == 0;
    }

    /// <returns>The exit code; null if the program does not exist.</returns>
    private static int? Run(Checkout checkout, string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = checkout.Root };
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        try
        {
            using Process process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
