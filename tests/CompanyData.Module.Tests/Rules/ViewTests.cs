using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CompanyData.Module.Tests.Rules;

/// <summary>The views are written by hand: nothing but this test notices when a property that they show is renamed or removed.</summary>
public class ViewTests
{
    private static readonly ILookup<string, string> Properties = PropertyReader.Read(
        Repository.ModuleAssembly("net8.0"), Repository.PathOf("module", "bin", "net8.0", "CompanyData.Client.dll"));

    private static readonly string[] FileNames =
        [.. Directory.GetFiles(Repository.PathOf("module"), "*.ps1xml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => [.. FileNames];

    [Theory]
    [MemberData(nameof(Files))]
    public void Columns_ArePropertiesOfTheType(string file)
    {
        IEnumerable<string> missing =
            from view in Views(file)
            from type in view.Element("ViewSelectedBy")!.Elements("TypeName").Select(name => name.Value)
            from property in Shown(view)
            where !Properties[type].Contains(property)
            select $"{type} has no property {property}, which its view shows.";

        ShouldBeEmpty(missing);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Tables_HaveAHeaderForEachColumn(string file) => ShouldBeEmpty(
        from view in Views(file)
        let headers = view.Descendants("TableColumnHeader").Count()
        let columns = view.Descendants("TableColumnItem").Count()
        where headers > 0 && headers != columns
        select $"{view.Element("Name")!.Value} has {headers} headers and {columns} columns.");

    /// <summary>Whatever a table shows under a name can be filtered and sorted by that name.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Tables_ShowThePropertyThatTheHeaderNames(string file) => ShouldBeEmpty(
        from view in Views(file)
        from column in view.Descendants("TableColumnHeader").Zip(view.Descendants("TableColumnItem"), (header, item) => (header, item))
        let label = column.header.Element("Label")?.Value ?? column.item.Element("PropertyName")?.Value ?? "(no label)"
        let shown = Shown(new XElement("View", column.item)).ToArray()
        where shown is not [{ } only] || only != label
        select $"{view.Element("Name")!.Value} shows {string.Join(", ", shown)} under the header {label}.");

    [Fact]
    public void FormatsToProcess_ListsEveryFile() => Assert.Equal(
        FileNames.Select(file => $"module/{file}"),
        Manifest.Read(Repository.PathOf("CompanyData.psd1")).FormatsToProcess.Order(StringComparer.Ordinal));

    private static IEnumerable<XElement> Views(string file) => XDocument.Load(Repository.PathOf("module", file)).Descendants("View");

    /// <summary>The properties that a view names, also those that its script blocks read.</summary>
    private static IEnumerable<string> Shown(XElement view) => view.Descendants("PropertyName").Select(property => property.Value)
        .Concat(view.Descendants("ScriptBlock").SelectMany(script => Regex.Matches(script.Value, @"\$_\.(\w+)(?!\w|\()").Select(match => match.Groups[1].Value)))
        .Distinct(StringComparer.Ordinal);

    // xunit would cut the lines short.
    private static void ShouldBeEmpty(IEnumerable<string> lines)
    {
        string text = string.Join('\n', lines);
        Assert.True(text.Length == 0, text);
    }
}
