using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Qard;

namespace CompanyData.Commands.Dossiers;

/// <summary>Lists the changes between two dossiers of a company, or between two dates of a store: one object per change, the most urgent of each company first.</summary>
[Cmdlet(VerbsData.Compare, "CompanyDossier", DefaultParameterSetName = Dossiers)]
[OutputType(typeof(DossierChange))]
public sealed class CompareCompanyDossierCommand : ReviewCommand
{
    private const string Dossiers = "Dossier";
    private const string Store = "Store";

    private ILookup<string, CompanyDossier>? _references;

    /// <summary>The earlier dossiers; may be of several companies.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The earlier dossiers.", Position = 0, ParameterSetName = Dossiers)]
    [Dossier]
    public CompanyDossier[] Reference { get; set; } = [];

    /// <summary>A later dossier, compared with the reference of the same company.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The later dossiers.", Position = 1, ValueFromPipeline = true, ParameterSetName = Dossiers)]
    [Dossier]
    public CompanyDossier[] Difference { get; set; } = [];

    /// <summary>A store of Invoke-QardCollection -SavePath.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The folder of Invoke-QardCollection -SavePath.", ParameterSetName = Store)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Compares with the state on this date; by default with the collection before the latest. A date without a time includes the whole day.</summary>
    [Parameter(ParameterSetName = Store)]
    public DateTime? ReferenceDate { get; set; }

    /// <summary>Compares the state on this date; by default the latest. A date without a time includes the whole day.</summary>
    [Parameter(ParameterSetName = Store)]
    public DateTime? DifferenceDate { get; set; }

    /// <summary>Only these companies of the store.</summary>
    [Parameter(ParameterSetName = Store)]
    [ValidateNotNullOrEmpty]
    public string[] Siren { get; set; } = [];

    private protected override IReadOnlyList<string> Codes => DossierComparison.Codes;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _references = Reference.OrderByDescending(dossier => dossier.CollectedAt).ToLookup(dossier => dossier.Siren, StringComparer.Ordinal);
    }

    protected override void ProcessRecord()
    {
        if (ParameterSetName == Store)
        {
            CompareStore(OpenStore(Path));
            return;
        }

        foreach (CompanyDossier difference in Difference)
        {
            Show(_references!.Contains(difference.Siren) ? DossierComparison.Compare(_references[difference.Siren], difference, Options) : [DossierComparison.AsNew(difference, Options)]);
        }
    }

    private void CompareStore(DossierStore store)
    {
        HashSet<string> wanted = new(StringComparer.Ordinal);
        foreach (string siren in Siren)
        {
            if (SirenNumber.Explain(siren) is { } problem)
            {
                WriteError(ErrorRecords.InvalidInput(new ArgumentException(problem), ErrorPrefix, siren));
                continue;
            }

            wanted.Add(SirenNumber.Normalize(siren)!);
        }

        IReadOnlyList<DossierFile>[] companies = [.. store.ListCompanies(EndOf(DifferenceDate)).Where(files => Siren.Length == 0 || wanted.Contains(files[0].Siren))];
        DateTime? until = EndOf(ReferenceDate);
        for (int i = 0; i < companies.Length && !Stopping; i++)
        {
            ShowProgress(i, companies.Length);
            DossierFile latest = companies[i][0];
            // Without a later collection there are no known changes.
            if (!(latest.CollectedAt <= until) && Read(latest.Path) is { } difference)
            {
                DossierFile[] earlier = [.. companies[i].Skip(1).Where(file => until is not { } date || file.CollectedAt <= date)];
                Show(earlier.Length == 0 ? [DossierComparison.AsNew(difference, Options)] : DossierComparison.Compare(earlier.Select(file => Read(file.Path)).OfType<CompanyDossier>(), difference, Options));
            }
        }
    }

    private void Show(IEnumerable<DossierChange> changes) => WriteObject(changes.Where(change => IsWanted(change.Code, change.Severity)), enumerateCollection: true);
}
