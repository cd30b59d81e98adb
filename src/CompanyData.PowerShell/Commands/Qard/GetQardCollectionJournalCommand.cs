using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Pipeline;

namespace CompanyData.Commands.Qard;

/// <summary>Shows the state of each company in journals of Invoke-QardCollection, also while a run writes to them. Requires no session.</summary>
[Cmdlet(VerbsCommon.Get, "QardCollectionJournal", DefaultParameterSetName = "Path")]
[OutputType(typeof(JournaledCompany))]
public sealed class GetQardCollectionJournalCommand : PSCmdlet
{
    /// <summary>One or more journals, such as those of several shards.</summary>
    [Parameter(Mandatory = true, HelpMessage = "One or more journals.", Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [Alias("JournalPath")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Like -Path, but without wildcards.</summary>
    [Parameter(Mandatory = true, HelpMessage = "One or more journals.", ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Only companies in one of these states.</summary>
    [Parameter]
    [ValidateSet(JournalState.Complete, JournalState.Partial, JournalState.Failed, JournalState.UnderWay)]
    public string[] State { get; set; } = [];

    protected override void BeginProcessing() => NullArguments.Reject(this, "CompanyData");

    protected override void ProcessRecord()
    {
        foreach (string file in FilePath.ResolveEach(this, LiteralPath, Path, "Qard", "QardJournalNotFound"))
        {
            Show(file);
        }
    }

    private void Show(string file)
    {
        try
        {
            foreach (JournaledCompany company in CollectionJournal.Read(file).Where(company => State.Length == 0 || State.Contains(company.State, StringComparer.OrdinalIgnoreCase)))
            {
                WriteObject(company);
            }
        }
        catch (JournalException exception)
        {
            WriteError(ErrorRecords.From(exception, "Qard", file));
        }
    }
}
