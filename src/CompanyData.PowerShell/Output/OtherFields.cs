using System.Management.Automation;

namespace CompanyData.Output;

/// <summary>Fields of a response that no property is for, as the module's list views show them.</summary>
public static class OtherFields
{
    public static bool Any(PSObject item) => Notes(item).Any();

    /// <summary>One line for each field: its name and its value.</summary>
    public static string Text(PSObject item) => string.Join("\n", Notes(item).Select(note => $"{note.Name}: {note.Value}".TrimEnd(' ')));

    private static IEnumerable<PSPropertyInfo> Notes(PSObject item) => item.Properties.Match("*", PSMemberTypes.NoteProperty);
}
