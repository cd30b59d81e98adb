using System.Management.Automation;
using CompanyData.Collection;

namespace CompanyData.Commands.Dossiers;

/// <summary>Reads dossiers from JSON files without loss; they work like collected dossiers.</summary>
[Cmdlet(VerbsData.Import, "CompanyDossier", DefaultParameterSetName = "Path")]
[OutputType(typeof(CompanyDossier))]
public sealed class ImportCompanyDossierCommand : DossierFileCommand
{
    /// <summary>Files, or folders with dossiers.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Files that Export-CompanyDossier -Format Json wrote.", Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Like -Path, but without wildcards.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Files that Export-CompanyDossier -Format Json wrote.", ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (string file in FilePath.ResolveEach(this, LiteralPath, Path, ErrorPrefix, $"{ErrorPrefix}NotFound").SelectMany(Files))
        {
            if (Read(file) is { } dossier)
            {
                WriteObject(ObjectShaper.Shape(dossier));
            }
        }
    }

    private static IEnumerable<string> Files(string path) => Directory.Exists(path) ? new DossierStore(path).List().Select(file => file.Path) : [path];
}
