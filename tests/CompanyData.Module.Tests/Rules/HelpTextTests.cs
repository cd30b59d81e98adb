using System.Text.RegularExpressions;

namespace CompanyData.Module.Tests.Rules;

/// <summary>Users' help names the vendor's guide or documentation in words: the tags and the sheets of docs/api are for contributors.</summary>
public class HelpTextTests
{
    private static readonly Regex Tag = new(@"\[(seed|docs|docs 2021|seen|inferred)\]|\b(qard|powens|qonto|creditro)\.md\b");

    [Theory]
    [InlineData("docs", "en-US")]
    [InlineData("en-US")]
    public void Help_HasNoTags(params string[] folder)
    {
        string found = string.Join('\n',
            from file in Directory.EnumerateFiles(Repository.PathOf(folder))
            from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where Tag.IsMatch(line.Text)
            select $"{Path.GetFileName(file)}:{line.Number}: {line.Text.Trim()}");
        Assert.True(found.Length == 0, found);
    }
}
