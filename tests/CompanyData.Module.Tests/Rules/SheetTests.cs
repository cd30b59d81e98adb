using System.Text.RegularExpressions;

namespace CompanyData.Module.Tests.Rules;

/// <summary>What the README and the table of calls say of the sheets is what the sheets say.</summary>
public class SheetTests
{
    private const string Accept = "COMPANYDATA_ACCEPT";

    private static readonly string[] Tags = ["seed", "docs", "docs 2021", "seen", "inferred"];

    private static readonly Regex Row = new(@"^\| `docs/api/(?<sheet>\w+)\.md` \|.*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static readonly Regex Cmdlet = new("`(?<name>[A-Z][a-z]+-[A-Z]\\w+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>Those of the services: what tells about them is not one.</summary>
    private static IEnumerable<string> Sheets => Directory.GetFiles(Repository.PathOf("docs", "api"), "*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file)!)
        .Where(name => name is not ("README" or "calls"))
        .Order(StringComparer.Ordinal);

    [Fact]
    public void Readme_CountsTheFactsOfEachSheet()
    {
        string path = Repository.PathOf("README.md");
        string readme = File.ReadAllText(path);
        string counted = Row.Replace(readme, row => Count(row.Groups["sheet"].Value));
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(path, counted);
            readme = counted;
        }

        Assert.Equal(Sheets, Row.Matches(readme).Select(row => row.Groups["sheet"].Value).Order(StringComparer.Ordinal));
        Assert.True(counted == readme, $"The README's table of facts is out of date; run this test with {Accept}=1.");
    }

    [Fact]
    public void TableOfCalls_NamesCmdletsOfTheManifest()
    {
        string manifest = File.ReadAllText(Repository.PathOf("CompanyData.psd1"));
        string[] named = [.. Cmdlet.Matches(File.ReadAllText(Repository.PathOf("docs", "api", "calls.md"))).Select(match => match.Groups["name"].Value).Distinct()];
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !manifest.Contains($"'{name}'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Qard", "Qard", "GoCardless")]
    [InlineData("Qonto", "Qonto")]
    [InlineData("Creditro", "Creditro")]
    public void TableOfCalls_HasEveryCmdletOfTheService(string service, params string[] nouns)
    {
        // Made of other calls, or of none.
        string[] without = ["Invoke-QardCollection", "Get-QardCollectionJournal", "New-QontoStakeholder", "Test-QontoRegistration", "ConvertTo-QontoRegistration"];
        string calls = File.ReadAllText(Repository.PathOf("docs", "api", "calls.md"));
        string[] cmdlets = [.. Regex.Matches(File.ReadAllText(Repository.PathOf("CompanyData.psd1")), "'(\\w+-(\\w+))'", RegexOptions.None, TimeSpan.FromSeconds(5))
            .Where(match => nouns.Any(noun => match.Groups[2].Value.StartsWith(noun, StringComparison.Ordinal)))
            .Select(match => match.Groups[1].Value)
            .Where(name => !name.StartsWith("Connect-", StringComparison.Ordinal) && !name.StartsWith("Disconnect-", StringComparison.Ordinal) && !without.Contains(name))];
        Assert.NotEmpty(cmdlets);
        Assert.Empty(cmdlets.Where(name => !calls.Contains($"`{name}", StringComparison.Ordinal)).Select(name => $"{service}: {name}"));
    }

    private static string Count(string sheet)
    {
        string text = File.ReadAllText(Repository.PathOf("docs", "api", $"{sheet}.md"));
        return $"| `docs/api/{sheet}.md` | {string.Join(" | ", Tags.Select(tag => text.Split($"[{tag}]").Length - 1))} |";
    }
}
