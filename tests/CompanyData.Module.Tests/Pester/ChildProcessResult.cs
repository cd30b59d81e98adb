namespace CompanyData.Module.Tests.Pester;

/// <summary>How a child process ended; no exit code where it never started or was ended at its time limit.</summary>
internal sealed record ChildProcessResult(int? ExitCode, string Output, string Error);
