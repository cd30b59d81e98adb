using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>
/// Collects companies end to end: finds or creates the user of a siren, connects it, synchronises, waits and reads the data.
/// Emits one dossier per company, in the order of the input; the dossier lists failures with their reasons.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "QardCollection", SupportsShouldProcess = true)]
[OutputType(typeof(CompanyDossier))]
public sealed class InvokeQardCollectionCommand : QardCompanyRowCommand
{
    private CollectionRun? _run;
    private QardSyncEvents? _events;

    /// <summary>
    /// A CSV file of companies instead of pipeline input: read like Import-Csv, but without creating objects for the rows of
    /// other shards.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Delimiter of the file's columns.</summary>
    [Parameter]
    public char Delimiter { get; set; } = ',';

    /// <summary>The provider to collect from.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string ProviderName { get; set; } = CollectionOptions.DefaultProvider;

    /// <summary>What to collect; by default profile, officers and beneficial owners.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [DataTypes]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[] DataType { get; set; } = [.. QardDataType.Default];

    /// <summary>Maximum time to wait for each company's synchronisation, in seconds or as a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// File that records the progress. Another run with the same journal skips complete companies, resumes those
    /// in progress and retries failed ones.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>
    /// A folder in which each dossier is saved as a JSON file with its collection date; created if necessary. A dossier is saved
    /// before the journal marks its company as complete. Get-CompanyDossier and Compare-CompanyDossier read the folder.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SavePath { get; set; }

    /// <summary>
    /// A file to which a webhook receiver appends Qard's events, one JSON object per line. Completion is then detected immediately, and the
    /// service is polled only as a fallback.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EventPath { get; set; }

    /// <summary>Collects every company again, ignoring the journal.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits dossiers as they are ready instead of in the order of the input.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>Collects only one shard of the companies, such as <c>3/16</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ShardCompleter))]
    public CollectionShard? Shard { get; set; }

    /// <summary>Number of input rows, if known; the progress then shows the remaining time.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int ExpectedCount { get; set; }

    /// <summary>Name of a variable, without the dollar sign, for the summary of the run. It is set at the start and updated during the run.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SummaryVariable { get; set; }

    /// <summary>Most of the time is spent waiting, so several companies are collected concurrently although users are created.</summary>
    protected override int DefaultThrottleLimit => 8;

    protected override bool KeepsOrder => !Unordered;

    protected override bool NeedsSiren => true;

    protected override bool NeedsName => false;

    protected override bool ReadsRows => Path is not null;

    protected override bool IsOwn => _run!.Owns(Siren);

    protected override string Change => $"Collect {string.Join(", ", DataType)} of {Name ?? "the company"} ({Siren}) from '{ProviderName}'";

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckPath();
        _events = this.OpenEvents(EventPath, Session!.Client.Time, ErrorPrefix);
        CollectionOptions options = new() { ProviderName = ProviderName, DataTypes = DataTypeNames.Normalize(DataType), SyncTimeout = Timeout, Events = _events };
        DataTypeNames.WarnAboutUnknown(options.DataTypes, WriteWarning);
        CollectionJournal? journal = JournalPath is null ? null : OpenJournal(options, JournalPath);
        DossierStore? store = SavePath is null ? null : new(OrFail(() => FilePath.Resolve(this, SavePath), SavePath));
        OrFail(() => _run = new(Session!.Client, options, Shard, journal, store));
        if (SummaryVariable is not null)
        {
            SessionState.PSVariable.Set(SummaryVariable, _run!.Summary);
        }
    }

    protected override void ProcessInputs()
    {
        if (Path is null)
        {
            base.ProcessInputs();
            return;
        }

        using CsvRows rows = OrFail(() => new CsvRows(Path, Delimiter));
        int column = rows.IndexOf(CompanyFile.SirenColumns);
        char[] siren = new char[SirenNumber.Digits + 1];
        while (!Stopping && OrFail(rows.Read))
        {
            if (Shard is not null && SirenNumber.IsValid(siren, rows.Copy(column, siren)) && !Shard.Contains(siren))
            {
                PassOverRow();
                _run!.PassOver();
                continue;
            }

            (InputObject, Siren, Name) = (rows.ToObject(), null, null);
            ProcessInput();
        }
    }

    protected override void Validate() => new CompanyRequest(Siren!, Name).Validate();

    protected override bool ReportsInvalidInput()
    {
        if (IsOwn)
        {
            _run!.Reject();
        }

        return IsOwn;
    }

    protected override bool ShouldProcessInput()
    {
        bool shouldProcess = _run!.ShouldProcess(Siren!);
        if (!shouldProcess && IsOwn)
        {
            WriteVerbose($"{Siren} is already complete in the journal and is skipped; -Force collects it again.");
        }

        return shouldProcess;
    }

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        if (SirenWarning is { } warning)
        {
            output.Warn(warning);
        }

        CompanyDossier dossier = await _run!.CollectAsync(new CompanyRequest(Siren!, Name), output, cancellationToken).ConfigureAwait(false);
        if (dossier.Status == DossierStatus.Failed)
        {
            DossierFailure failure = dossier.Failures[0];
            ApiException exception = new(ApiErrorKind.CollectionFailed, "Qard", "collect the company", $"{dossier.Name ?? dossier.Siren} ({dossier.Siren}): {failure.Reason}")
            {
                Subject = dossier.Siren,
                Remedy = failure.Remedy,
            };
            await output.FailAsync(exception, ErrorPrefix, dossier.Siren).ConfigureAwait(false);
        }

        await output.WriteAsync(dossier).ConfigureAwait(false);
        await output.ThenAsync(() => _run.Confirm(dossier)).ConfigureAwait(false);
    }

    protected override void EndProcessing()
    {
        base.EndProcessing();
        OrFail(_run!.Finish);
        if (_run is { HasTaken: false, Summary: { Skipped: > 0, Rejected: 0 } summary })
        {
            WriteWarning($"Nothing was left to collect: all {summary.Skipped} companies are complete in '{summary.JournalPath}'. -Force collects them again.");
        }
    }

    protected override void Describe(ProgressRecord record, int running) => CollectionProgress.Describe(_run!, record, running, ExpectedCount);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _run?.Dispose();
            _events?.Dispose();
        }
    }

    private bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? bound)
        ? ((SwitchParameter)bound).IsPresent
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>Resolves the path and reads the file once, so that an invalid file is rejected before anything is sent.</summary>
    private void CheckPath()
    {
        if (Path is null)
        {
            return;
        }

        int count = OrFail(() =>
        {
            if (MyInvocation.ExpectingInput || Siren is not null || Name is not null)
            {
                throw new ArgumentException("Both -Path and pipeline input were given. Use only one of them.");
            }

            Path = FilePath.Resolve(this, Path);
            return CompanyFile.Check(Path, Delimiter);
        });
        if (ExpectedCount == 0)
        {
            ExpectedCount = count;
        }
    }

    private CollectionJournal? OpenJournal(CollectionOptions options, string path)
    {
        string full = OrFail(() => FilePath.ResolveFile(this, path), path);
        CollectionJournal? journal = null;
        OrFail(() => journal = IsWhatIf
            ? CollectionJournal.Peek(full, options, Session!.Uri, Shard, Force, Session.Client.Time)
            : CollectionJournal.Open(full, options, Session!.Uri, Shard, Force, Session.Client.Time));
        return journal;
    }

    private void OrFail(Action action) => OrFail(() =>
    {
        action();
        return true;
    });

    /// <param name="function">What may fail.</param>
    /// <param name="target">Target of an error in the input; by default the file of -Path.</param>
    private T OrFail<T>(Func<T> function, object? target = null)
    {
        try
        {
            return function();
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, ErrorPrefix, target ?? Path));
        }
        catch (JournalException exception)
        {
            ThrowTerminatingError(ErrorRecords.From(exception, ErrorPrefix, exception.Path));
        }
        catch (DossierFileException exception)
        {
            ThrowTerminatingError(ErrorRecords.From(exception, ErrorPrefix, exception.Path));
        }

        throw new PipelineStoppedException();
    }
}
