using System.Text.RegularExpressions;

namespace CompanyData.Module.Tests.Rules;

/// <summary>What the manifest says, read without PowerShell.</summary>
internal sealed record Manifest(string Version, IReadOnlyList<string> CmdletsToExport)
{
    public static Manifest Read(string path)
    {
        string text = File.ReadAllText(path);
        string version = Regex.Match(text, @"^\s*ModuleVersion\s*=\s*'([^']+)'", RegexOptions.Multiline).Groups[1].Value;
        string cmdlets = Regex.Match(text, @"^\s*CmdletsToExport\s*=\s*@\(([^)]*)\)", RegexOptions.Multiline).Groups[1].Value;
        return new Manifest(version, [.. Regex.Matches(cmdlets, "'([^']+)'").Select(m => m.Groups[1].Value)]);
    }
}
