using System.Diagnostics;

namespace CompanyData.Sandbox.Tests.Server;

/// <summary>The whole example of the seed's getting-started guide, unchanged but for its key and its base URL.</summary>
public sealed class SeedExampleTests
{
    [Fact]
    public async Task Example_OfTheSeed_CollectsACompany()
    {
        var node = FindNode();
        Assert.SkipWhen(node is null, "node is not on the PATH.");
        await using var server = await RunningServer.StartAsync();
        var example = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "qard-getting-started.js"));
        var code = example
            .Replace("'your-api-key'", "'sandbox-key'", StringComparison.Ordinal)
            .Replace("'https://api.qardfinance.com/api/v6'", $"'{server.BaseUri}'", StringComparison.Ordinal);

        var (exitCode, output) = await RunAsync(node!, code);

        Assert.True(exitCode == 0, output);
        Assert.Contains("userId: '", output, StringComparison.Ordinal);
        Assert.Contains("name: 'Example Company SAS'", output, StringComparison.Ordinal);
        Assert.Contains("registration_number: '123456789'", output, StringComparison.Ordinal);
        Assert.Contains("officers: [", output, StringComparison.Ordinal);
    }

    private static string? FindNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node"))
        .FirstOrDefault(File.Exists);

    private static async Task<(int ExitCode, string Output)> RunAsync(string node, string code)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var process = Process.Start(new ProcessStartInfo(node)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await process.StandardInput.WriteAsync(code);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
