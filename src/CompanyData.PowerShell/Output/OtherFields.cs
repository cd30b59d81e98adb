using System.Management.Automation;

namespace CompanyData.Output;

/// <summary>Shows the fields of an object without a property, in the module's list views.</summary>
public static class OtherFields
{
    public static bool Any(PSObject item) => Notes(item).Any();

    /// <summary>One line per field, with name and value.</summary>
    public static string Text(PSObject item) => string.Join("\n", Notes(item).Select(note => $"{note.Name}: {note.Value}".TrimEnd(' ')));

    private static IEnumerable<PSPropertyInfo> Notes(PSObject item) => item.Properties.Match("*", PSMemberTypes.NoteProperty);
}
