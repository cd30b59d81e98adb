using System.Text.RegularExpressions;

namespace CompanyData.Module.Tests.Rules;

/// <summary>What the manifest says, read without PowerShell.</summary>
internal sealed record Manifest(string Version, IReadOnlyList<string> CmdletsToExport, IReadOnlyList<string> FormatsToProcess)
{
    public static Manifest Read(string path)
    {
        string text = File.ReadAllText(path);
        string version = Regex.Match(text, @"^\s*ModuleVersion\s*=\s*'([^']+)'", RegexOptions.Multiline).Groups[1].Value;
        return new Manifest(version, List(text, "CmdletsToExport"), List(text, "FormatsToProcess"));
    }

    private static string[] List(string text, string name)
    {
        string list = Regex.Match(text, $@"^\s*{name}\s*=\s*@\(([^)]*)\)", RegexOptions.Multiline).Groups[1].Value;
        return [.. Regex.Matches(list, "'([^']+)'").Select(match => match.Groups[1].Value)];
    }
}
