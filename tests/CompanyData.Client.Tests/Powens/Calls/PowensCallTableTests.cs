using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CompanyData.Client.Tests.Powens;

/// <summary>The table of calls in docs/api has what the client sends, and nothing else.</summary>
public class PowensCallTableTests
{
    /// <summary>Made by the client in tests of their own, since each reads a list first.</summary>
    private static readonly string[] Guarded = ["POST /users/{u}/connections", "POST /webhooks"];

    [Fact]
    public void EveryCall_IsInTheTable()
    {
        List<Regex> table = [.. Calls().Select(Pattern)];
        Assert.DoesNotContain(Sent(), call => !table.Exists(pattern => pattern.IsMatch(call)));
    }

    [Fact]
    public void EveryRow_IsACallOfTheClient()
    {
        List<string> sent = [.. Sent()];
        Assert.DoesNotContain(Calls().Except(Guarded, StringComparer.Ordinal), call => !sent.Exists(Pattern(call).IsMatch));
    }

    /// <summary>Such as <c>GET /users/me/accounts/5</c>; a document's own address is the service's to choose.</summary>
    private static IEnumerable<string> Sent() => PowensCalls.All.Values
        .Where(call => call.Name != "file at its own address")
        .Select(call => call.RequestLine.Replace("/2.0/", "/", StringComparison.Ordinal).Split('?')[0]);

    private static Regex Pattern(string call) => new($"^{Regex.Replace(call, @"\{\w+\}", "[^/]+")}$");

    private static IEnumerable<string> Calls([CallerFilePath] string here = "")
    {
        string text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "docs", "api", "calls.md")).Replace("{id or uuid}", "{id}", StringComparison.Ordinal);
        string section = Regex.Match(text, @"^## Powens\r?\n(?<rows>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups["rows"].Value;
        return Regex.Matches(section, @"(GET|POST|PUT|DELETE) /[^\s,|]*").Select(match => match.Value);
    }
}
