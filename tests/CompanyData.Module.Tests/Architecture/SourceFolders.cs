using System.Text.RegularExpressions;

namespace CompanyData.Module.Tests.Architecture;

/// <summary>The folders of a project's source: every file is named after the type that it declares.</summary>
internal sealed class SourceFolders
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    public SourceFolders(string project)
    {
        string root = Repository.PathOf("src", project);
        foreach (string file in Files(root))
        {
            string[] parts = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar);
            if (parts.Length > 1)
            {
                string @namespace = Regex.Match(File.ReadAllText(file), @"^namespace ([\w.]+);", RegexOptions.Multiline).Groups[1].Value;
                _folders[$"{@namespace}.{Path.GetFileNameWithoutExtension(file).Split('{')[0]}"] = parts[0];
            }
        }
    }

    public IEnumerable<string> Names => _folders.Values.Distinct(StringComparer.Ordinal);

    /// <summary>The folder, directly under the project's own, with the file of the type; null where no file declares it.</summary>
    /// <param name="type">Its full name as metadata has it, with the number of type parameters at its end.</param>
    public string? Of(string type) => _folders.GetValueOrDefault(type.Split('`')[0]);

    /// <summary>Every source file below a folder, without what a build leaves there.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
