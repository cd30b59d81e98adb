using System.Runtime.CompilerServices;
using CompanyData.Sandbox.Creditro;
using CompanyData.Sandbox.Powens;
using CompanyData.Sandbox.Qard;
using CompanyData.Sandbox.Qonto;

namespace CompanyData.Sandbox.Tests;

/// <summary>What a user can rehearse stands in the help: about_CompanyData_Sandbox names every value that plays a part.</summary>
public sealed class AboutTopicTests
{
    [Fact]
    public void Topic_NamesEveryMagicValue()
    {
        var topic = Read();
        string[] values =
        [
            .. MagicSirens.All.Select(magic => magic.Siren),
            .. MagicConnectors.All.Select(magic => magic.Name),
            .. MagicLegalNumbers.All.Select(magic => magic.Number),
            .. MagicCustomers.All.Select(magic => magic.Id),
            MagicConnectors.OneTimeCode,
        ];
        Assert.DoesNotContain(values, value => !topic.Contains(value, StringComparison.Ordinal));
    }

    private static string Read([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "en-US", "about_CompanyData_Sandbox.md"));
}
