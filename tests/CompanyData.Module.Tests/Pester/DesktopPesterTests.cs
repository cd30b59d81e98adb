using Xunit.Abstractions;

namespace CompanyData.Module.Tests.Pester;

/// <summary>The Pester suites on what Windows PowerShell 5.1 loads.</summary>
public class DesktopPesterTests(ITestOutputHelper output) : PesterTests("netstandard2.0", output);
