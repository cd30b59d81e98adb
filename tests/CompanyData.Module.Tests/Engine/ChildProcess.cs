using System.Diagnostics;
using System.Text;

namespace CompanyData.Module.Tests.Engine;

/// <summary>A program that runs without the keys that the caller's environment may hold; its output is kept.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly string[] Services = ["QARD_", "POWENS_", "QONTO_", "CREDITRO_"];

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private long _lastLine = Stopwatch.GetTimestamp();

    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public ChildProcess(string[] command, string variant)
    {
        _process = new Process { StartInfo = Describe(command, variant) };
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.StandardInput.Close();
        Exited = _process.WaitForExitAsync();
    }

    /// <summary>Completes when the program has ended and all of its output has come.</summary>
    public Task Exited { get; }

    /// <summary>Null while it runs.</summary>
    public int? ExitCode => Exited.IsCompleted ? _process.ExitCode : null;

    public string Output => Read(_output);

    public string Error => Read(_error);

    /// <summary>
    /// Waits for something that the program does, and ends the program where it writes nothing for <paramref name="silence"/>.
    /// A limit on the whole time would end a slow run on a busy machine, too.
    /// </summary>
    /// <returns>Whether it was done.</returns>
    public bool WaitFor(Task done, TimeSpan silence)
    {
        Task either = Task.WhenAny(done, Exited);
        while (!either.Wait(PollInterval < silence ? PollInterval : silence))
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _lastLine)) > silence)
            {
                _process.Kill(entireProcessTree: true);
                Exited.Wait();
                Keep(_error, $"Ended, because nothing had come of it for {silence.TotalSeconds} seconds.");
                return false;
            }
        }

        return done.IsCompletedSuccessfully;
    }

    public void Dispose() => _process.Dispose();

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private void Keep(StringBuilder text, string? line)
    {
        Interlocked.Exchange(ref _lastLine, Stopwatch.GetTimestamp());
        lock (text)
        {
            text.AppendLine(line);
        }
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

        // Short processes spend more on counting their calls than they gain from it: a fifth of their time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }
}
