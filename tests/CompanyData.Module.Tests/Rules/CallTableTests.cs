using System.Text.RegularExpressions;

namespace CompanyData.Module.Tests.Rules;

/// <summary>The tables of calls in docs/api name the cmdlets that the module has.</summary>
public class CallTableTests
{
    private static readonly string[] Cmdlets = [.. Manifest.Read(Repository.PathOf("CompanyData.psd1")).CmdletsToExport];

    private static string Text => File.ReadAllText(Repository.PathOf("docs", "api", "calls.md"));

    [Fact]
    public void Tables_NameNoOtherCmdlets()
        => Assert.Empty(Regex.Matches(Text, @"\b[A-Z][a-z]+-(Qard|GoCardless|Powens|Qonto|Creditro)\w+").Select(match => match.Value).Distinct().Except(Cmdlets));

    /// <summary>Those that open and close sessions, and those that check a signature, send nothing.</summary>
    [Theory]
    [InlineData("Powens")]
    public void Table_OfAService_HasEveryCmdletThatCallsIt(string service)
    {
        string section = Regex.Match(Text, $@"^## {service}\r?\n(?<rows>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups["rows"].Value;
        IEnumerable<string> missing = Cmdlets
            .Where(cmdlet => Regex.IsMatch(cmdlet, $@"^(?!Connect-|Disconnect-|Test-)\w+-{service}"))
            .Where(cmdlet => !Regex.IsMatch(section, $@"\b{cmdlet}\b"));
        Assert.Empty(missing);
    }
}
