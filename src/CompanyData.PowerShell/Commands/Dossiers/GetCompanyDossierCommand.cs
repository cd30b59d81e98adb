using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Qard;

namespace CompanyData.Commands.Dossiers;

/// <summary>Reads a store written by Invoke-QardCollection -SavePath: the latest dossier of each company, or the latest on a date.</summary>
[Cmdlet(VerbsCommon.Get, "CompanyDossier")]
[OutputType(typeof(CompanyDossier))]
public sealed class GetCompanyDossierCommand : DossierFileCommand
{
    private DossierStore? _store;

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
            if (SirenNumber.Normalize(siren) is { } number && SirenNumber.IsValid(number))
            {
                Show(number);
            }
            else
            {
                ArgumentException exception = new(siren is null ? "The input has no siren." : $"'{siren}' is not a siren: it must have 9 digits.");
                WriteError(ErrorRecords.InvalidInput(exception, ErrorPrefix, siren));
            }
        }
    }

    private void Show(string? siren)
    {
        IReadOnlyList<DossierFile>[] companies = [.. _store!.ListCompanies(EndOf(AsOf), siren)];
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
