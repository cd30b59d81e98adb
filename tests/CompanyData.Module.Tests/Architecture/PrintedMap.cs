using System.Text.RegularExpressions;

namespace CompanyData.Module.Tests.Architecture;

/// <summary>The map of folders that docs/architecture.md prints: from the bottom up, with the folders that each may use.</summary>
internal static class PrintedMap
{
    private static readonly string Document = File.ReadAllText(Repository.PathOf("docs", "architecture.md"));

    public static IReadOnlyList<string> Projects { get; } =
        [.. Regex.Matches(Document, @"^```text folders of (\S+)\r?$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];

    public static IReadOnlyList<(string Folder, string[] Uses)> Read(string project)
    {
        string map = Regex.Match(Document, $@"^```text folders of {Regex.Escape(project)}\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        return [.. map.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split('→', StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts.Length < 2 ? [] : parts[1].Split(',', StringSplitOptions.TrimEntries)))];
    }
}
