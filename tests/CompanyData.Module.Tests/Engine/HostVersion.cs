namespace CompanyData.Module.Tests.Engine;

/// <summary>What Get-HostVersion.ps1 reports.</summary>
internal sealed record HostVersion(Version PowerShell, string Home);
