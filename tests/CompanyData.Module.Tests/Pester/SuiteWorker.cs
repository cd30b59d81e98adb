using System.IO.Pipes;
using System.Text.Json;
using CompanyData.Module.Tests.Engine;

namespace CompanyData.Module.Tests.Pester;

/// <summary>
/// A PowerShell process that runs the Pester files of a test class one after another, each in a runspace of its own: starting a
/// process for each would cost more than the tests do.
/// </summary>
public sealed class SuiteWorker : IDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(10);

    private ChildProcess? _process;
    private NamedPipeServerStream? _pipe;
    private StreamReader? _reader;

    /// <summary>Runs a Pester file. The first one starts the process, on the variant that all have in common.</summary>
    internal SuiteResult Run(string path, string variant)
    {
        ChildProcess process = _process ??= Start(variant);
        Task<string?> result = AskAsync(path);
        if (process.WaitFor(result, Silence) && result.Result is { } json)
        {
            return JsonSerializer.Deserialize<SuiteResult>(json)!;
        }

        string error = process.Error;
        Dispose();
        throw new InvalidOperationException($"PowerShell ended while it ran {Path.GetFileName(path)}. {error}");
    }

    public void Dispose()
    {
        // The end of the pipe is what the process waits for to end itself.
        _reader?.Dispose();
        _pipe?.Dispose();
        _process?.WaitFor(_process.Exited, Silence);
        _process?.Dispose();
        _process = null;
        _reader = null;
        _pipe = null;
    }

    private ChildProcess Start(string variant)
    {
        string name = $"companydata-{Guid.NewGuid():N}";
        _pipe = new NamedPipeServerStream(name, PipeDirection.InOut, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        _reader = new StreamReader(_pipe, leaveOpen: true);
        return PowerShellHost.Current.Start("Start-SuiteWorker.ps1", [name, PowerShellHost.PesterVersion], variant);
    }

    private async Task<string?> AskAsync(string path)
    {
        if (!_pipe!.IsConnected)
        {
            await _pipe.WaitForConnectionAsync();
        }

        using (StreamWriter writer = new(_pipe, leaveOpen: true))
        {
            await writer.WriteLineAsync(path);
        }

        return await _reader!.ReadLineAsync();
    }
}
