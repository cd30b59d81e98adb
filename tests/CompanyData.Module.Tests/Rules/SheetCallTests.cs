using System.Text.RegularExpressions;

namespace CompanyData.Module.Tests.Rules;

/// <summary>
/// Every call that a sheet names stands in docs/api/calls.md: with the cmdlet that makes it, or among those without one with the reason. No
/// call stands there that no sheet names.
/// </summary>
public class SheetCallTests
{
    private const string Methods = "GET|POST|PUT|PATCH|DELETE";

    private static readonly Regex Method = new($@"\b({Methods})\b(?:, ({Methods})\b)* (?=[/…])", RegexOptions.None, TimeSpan.FromSeconds(5));

    /// <summary>A path, and those that share its method: <c>/a/{id}, /b (also under accounts, connections), …/{id}/c</c>.</summary>
    private static readonly Regex Paths = new(@"\G(?:, | or |,? \(also )?(?<path>[/…][^\s,|;)`]*(?: or uuid\})?)\)?", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static readonly Regex Under = new(@"\G[^|(]{0,12}\(also under (?:a )?(?<words>[a-z, ]+)\)", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static readonly Regex DataPath = new(@"(?<![\w/{}.`_-])(?:[a-z]+(?:-[a-z0-9]+)+|acts|…?(?:-[a-z]+)+)(?:/\{id\})?(?![\w-])|(?<=\(and )/\{id\}", RegexOptions.None, TimeSpan.FromSeconds(5));

    public static TheoryData<string> Services => ["Qard", "Powens", "Qonto"];

    [Theory]
    [MemberData(nameof(Services))]
    public void EveryCallOfASheet_HasACmdletOrAReason(string service)
    {
        List<(string Method, string Path)> calls = [.. Sheet(service)];
        List<(string Method, string Path)> table = [.. Table(service), .. Table("Calls without a cmdlet")];
        Assert.True(calls.Count >= 12, string.Join('\n', calls));
        Assert.DoesNotContain(calls, call => !table.Exists(row => Means(call, row)));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void EveryCallOfTheTable_StandsInTheSheet(string service)
    {
        List<(string Method, string Path)> calls = [.. Sheet(service)];
        Assert.DoesNotContain(Table(service), row => !calls.Exists(call => Means(call, row)));
    }

    [Fact]
    public void CallsWithoutACmdlet_StandInASheetAndHaveAReason()
    {
        List<(string Method, string Path)> calls = [.. Services.SelectMany(row => Sheet(row.Data))];
        Assert.DoesNotContain(Table("Calls without a cmdlet"), row => !calls.Exists(call => Means(call, row)));
        Assert.All(Rows("Calls without a cmdlet"), row => Assert.True(row[1].Length > 10, row[0]));
    }

    [Fact]
    public void CallsWithACmdlet_NameIt() => Assert.All(
        Services.SelectMany(row => Rows(row.Data)), row => Assert.True(Regex.IsMatch(row[1], @"\b[A-Z][a-z]+-[A-Z]\w+"), row[0]));

    [Fact]
    public void Creditro_ItsOneCall_IsThere()
    {
        Assert.Contains("`{base}/{customerId}`", File.ReadAllText(Repository.PathOf("docs", "api", "creditro.md")));
        Assert.Contains("{base}/{customerId}", Rows("Creditro").Select(row => row[0].Split(' ')[^1]));
    }

    /// <summary>A path that begins with an ellipsis means each call that ends so.</summary>
    private static bool Means((string Method, string Path) call, (string Method, string Path) row) => call.Method == row.Method
        && (call.Path.StartsWith('…') ? row.Path.EndsWith(call.Path[1..], StringComparison.Ordinal) : row.Path == call.Path);

    private static IEnumerable<(string Method, string Path)> Table(string heading) => Rows(heading).SelectMany(row => Calls(row[0]));

    private static IEnumerable<string[]> Rows(string heading)
    {
        string text = File.ReadAllText(Repository.PathOf("docs", "api", "calls.md"));
        string section = Regex.Match(text, $@"^## {heading}\r?\n(?<rows>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups["rows"].Value;
        return section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).Select(line => line.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray());
    }

    private static IEnumerable<(string Method, string Path)> Sheet(string service)
    {
        string text = File.ReadAllText(Repository.PathOf("docs", "api", $"{service.ToLowerInvariant()}.md"));
        return Calls(text).Concat(DataPaths(text)).Distinct();
    }

    private static IEnumerable<(string Method, string Path)> Calls(string text)
    {
        foreach (Match method in Method.Matches(text))
        {
            string[] methods = [.. Regex.Matches(method.Value, Methods).Select(match => match.Value)];
            int at = method.Index + method.Length;
            for (Match path = Paths.Match(text, at); path.Success && path.Length > 0; path = Paths.Match(text, at))
            {
                at = path.Index + path.Length;
                Match under = Under.Match(text, at);
                at += under.Length;
                string[] all = [.. Optional(path.Groups["path"].Value), .. Below(path.Groups["path"].Value, under.Groups["words"].Value)];
                foreach (string found in all.Select(Clean))
                {
                    foreach (string name in methods)
                    {
                        yield return (name, found);
                    }
                }
            }
        }
    }

    /// <summary><c>/a[/{id}]</c> is two paths.</summary>
    private static string[] Optional(string path) => path.Contains('[', StringComparison.Ordinal)
        ? [path.Split('[')[0], path.Replace("[", string.Empty, StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal)]
        : [path];

    /// <summary><c>/users/{u}/a (also under accounts, connections)</c> is <c>/users/{u}/accounts/{id}/a</c> and <c>/users/{u}/connections/{id}/a</c> as well.</summary>
    private static IEnumerable<string> Below(string path, string words) => words.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.TrimEnd('s') + "s")
        .Select(owner => path.Split('[')[0].Replace("/users/{u}/", $"/users/{{u}}/{owner}/{{id}}/", StringComparison.Ordinal));

    /// <summary>Without the query; whatever stands for an id is the same, and so is the one provider that the sheet takes as an example.</summary>
    private static string Clean(string path) => Regex.Replace(path.Split('?')[0].TrimEnd('.', ':'), @"\{[^}]*\}|(?<=/providers/)gocardless", "{}");

    /// <summary>Of the table of data types: paths below a user, and words that go on from the one before: <c>commerce-locations, -customers</c>.</summary>
    private static IEnumerable<(string Method, string Path)> DataPaths(string text)
    {
        string rows = Regex.Match(text, @"^## Data \(.*?\n(?<rows>.*?)(?=^Background)", RegexOptions.Multiline | RegexOptions.Singleline).Groups["rows"].Value;
        foreach (string cell in rows.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).Select(line => line.Split('|')[2]))
        {
            string last = string.Empty;
            foreach (string word in DataPath.Matches(cell).Select(match => match.Value.TrimStart('…')))
            {
                last = word[0] switch
                {
                    '-' => last[..last.LastIndexOf('-')] + word,
                    '/' => last + word,
                    _ => word,
                };
                yield return ("GET", Clean($"/users/{{u}}/{last}"));
            }
        }
    }
}
