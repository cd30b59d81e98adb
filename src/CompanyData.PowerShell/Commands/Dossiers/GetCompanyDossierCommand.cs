using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Commands.Dossiers;

/// <summary>Reads a store written by Invoke-QardCollection -SavePath: the latest dossier of each company, or the latest on a date.</summary>
[Cmdlet(VerbsCommon.Get, "CompanyDossier")]
[OutputType(typeof(CompanyDossier))]
public sealed class GetCompanyDossierCommand : DossierFileCommand
{
    /// <summary>Age from which a time of the folder tells of every change: file systems count in steps of up to two seconds.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    private DossierStore? _store;
    private bool _hasListed;

    /// <summary>The companies of the folder as it was at a time, for inputs that come one by one.</summary>
    private (DateTime Changed, IReadOnlyDictionary<string, IReadOnlyList<DossierFile>> Companies)? _listing;

    /// <summary>The folder.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The folder of Invoke-QardCollection -SavePath.", Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Only these companies.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RegistrationNumber", "CompanyNumber")]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[]? Siren { get; set; }

    /// <summary>Ignores dossiers collected after this date. A date without a time includes the whole day.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <summary>Emits all dossiers of each company, the oldest first.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    protected override void BeginProcessing() => _store = OpenStore(Path);

    protected override void ProcessRecord()
    {
        if (Siren is null && !MyInvocation.ExpectingInput && !MyInvocation.BoundParameters.ContainsKey(nameof(Siren)))
        {
            Show(siren: null);
            return;
        }

        foreach (string? siren in Siren is { Length: > 0 } given ? given : [null!])
        {
            if ((siren is null ? "The input has no siren." : SirenNumber.Explain(siren)) is { } problem)
            {
                WriteError(ErrorRecords.InvalidInput(new ArgumentException(problem), ErrorPrefix, siren));
            }
            else
            {
                Show(SirenNumber.Normalize(siren));
            }
        }
    }

    /// <summary>
    /// Lists a company, or all. Each listing reads the whole folder, so from the second input on one listing serves until the folder changes, as it
    /// does where a collection writes to it at the same time.
    /// </summary>
    private IReadOnlyList<DossierFile>[] Find(string? siren)
    {
        DateTime changed = Directory.GetLastWriteTimeUtc(_store!.Folder);
        if (siren is null || !_hasListed || DateTime.UtcNow - changed < Step)
        {
            _hasListed = true;
            return [.. _store.ListCompanies(EndOf(AsOf), siren)];
        }

        if (_listing?.Changed != changed)
        {
            _listing = (changed, _store.ListCompanies(EndOf(AsOf)).ToDictionary(files => files[0].Siren, StringComparer.Ordinal));
        }

        return _listing.Value.Companies.TryGetValue(siren, out IReadOnlyList<DossierFile>? found) ? [found] : [];
    }

    private void Show(string? siren)
    {
        IReadOnlyList<DossierFile>[] companies = Find(siren);
        for (int i = 0; i < companies.Length && !Stopping; i++)
        {
            ShowProgress(i, companies.Length);
            foreach (DossierFile file in All ? companies[i].Reverse() : companies[i].Take(1))
            {
                if (Read(file.Path) is { } dossier)
                {
                    WriteObject(ObjectShaper.Shape(dossier));
                }
            }
        }

        if (siren is not null && companies.Length == 0)
        {
            ItemNotFoundException exception = new($"There is no dossier of {siren} in '{_store!.Folder}'{(AsOf is null ? string.Empty : " up to that date")}.");
            WriteError(ErrorRecords.Create(exception, $"{ErrorPrefix}NotFound", ErrorCategory.ObjectNotFound, siren, "Collect it with Invoke-QardCollection -SavePath."));
        }
    }
}
