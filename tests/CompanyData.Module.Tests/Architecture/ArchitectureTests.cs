namespace CompanyData.Module.Tests.Architecture;

/// <summary>The source is divided as docs/architecture.md prints it.</summary>
public class ArchitectureTests
{
    private const int MostFiles = 16;

    public static TheoryData<string> Projects => [.. PrintedMap.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Arrows_AreTheOnesThatTheDocumentLists(string project)
    {
        ILookup<string, string> arrows = Arrows.Read(Repository.PathOf("module", "bin", "net8.0", $"{project.Split('/')[0]}.dll"), new SourceFolders(project).Of);

        IEnumerable<string> found = arrows.Select(folder => $"{folder.Key} → {string.Join(", ", folder.Order(StringComparer.Ordinal))}");
        IEnumerable<string> listed = PrintedMap.Read(project).Where(row => row.Uses.Length > 0)
            .Select(row => $"{row.Folder} → {string.Join(", ", row.Uses.Order(StringComparer.Ordinal))}");
        ShouldBeEmpty(found.Except(listed, StringComparer.Ordinal).Select(arrow => $"found, not listed: {arrow}")
            .Concat(listed.Except(found, StringComparer.Ordinal).Select(arrow => $"listed, not found: {arrow}")));
    }

    /// <summary>Whoever uses only what stands above it in the list is part of no cycle.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Arrows_PointToFoldersListedBefore(string project)
    {
        HashSet<string> before = new(StringComparer.Ordinal);
        List<string> wrong = [];
        foreach ((string folder, string[] uses) in PrintedMap.Read(project))
        {
            wrong.AddRange(uses.Where(used => !before.Contains(used)).Select(used => $"{folder} → {used}"));
            before.Add(folder);
        }

        ShouldBeEmpty(wrong);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Map_NamesEveryFolder(string project) => Assert.Equal(
        new SourceFolders(project).Names.Order(StringComparer.Ordinal), PrintedMap.Read(project).Select(row => row.Folder).Order(StringComparer.Ordinal));

    [Fact]
    public void Folders_HoldFewFiles() => ShouldBeEmpty(
        from folder in SourceFolders.Files(Repository.PathOf("src")).Concat(SourceFolders.Files(Repository.PathOf("tests"))).GroupBy(Path.GetDirectoryName)
        where folder.Count() > MostFiles
        select $"{folder.Key} holds {folder.Count()} files; divide it at {MostFiles}.");

    // xunit would cut the lines short.
    private static void ShouldBeEmpty(IEnumerable<string> lines)
    {
        string text = string.Join('\n', lines);
        Assert.True(text.Length == 0, text);
    }
}
