using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>
/// Collects companies from end to end: finds or creates the user of a siren, connects it, synchronises, waits and reads the data.
/// One dossier a company comes out, in the order of the input; what failed, and why, stands in it.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "QardCollection", SupportsShouldProcess = true)]
[OutputType(typeof(CompanyDossier))]
public sealed class InvokeQardCollectionCommand : QardCompanyRowCommand
{
    private CollectionRun? _run;
    private QardSyncEvents? _events;

    /// <summary>
    /// A CSV file of companies, in place of rows from the pipeline: read like Import-Csv reads it, and without an object for each row of
    /// another share.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>What separates the columns of the file.</summary>
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
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[] DataType { get; set; } = [.. QardDataType.Default];

    /// <summary>How long to wait for each company's synchronisation: seconds, or a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Where to write down what is done. A second run with the same journal leaves out what is complete, goes on with what was
    /// under way and tries again what failed.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>
    /// A folder, made where there is none, that keeps each dossier as a JSON file with the date of its collection. A dossier is in it,
    /// whole, before the journal calls its company complete. Get-CompanyDossier and Compare-CompanyDossier read it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SavePath { get; set; }

    /// <summary>
    /// A file to which a webhook receiver appends the events of Qard, one JSON object a line. An end is then known when it happens, and the
    /// service is polled for safety alone.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? EventPath { get; set; }

    /// <summary>Collects every company anew, whatever the journal knows of it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes dossiers as they are ready instead of in the order of the input.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>Collects one share of the companies, such as <c>3/16</c>; others collect the rest.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ShardCompleter))]
    public CollectionShard? Shard { get; set; }

    /// <summary>How many rows the input has, where that is known: progress then shows the remaining time.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int ExpectedCount { get; set; }

    /// <summary>The name of a variable, without the dollar sign, that gets the summary of the run. It is set from the beginning and brought up to date.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SummaryVariable { get; set; }

    /// <summary>Much of the time is waiting, so several companies are worked on side by side although users are created.</summary>
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
        DossierStore? store = SavePath is null ? null : new(GetUnresolvedProviderPathFromPSPath(SavePath));
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
            WriteVerbose($"{Siren} is complete in the journal and left out; -Force collects it anew.");
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
            WriteWarning($"Nothing was left to collect: all {summary.Skipped} companies are complete in '{summary.JournalPath}'. -Force collects them anew.");
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

    /// <summary>Resolves the path and reads the file once, so that a file with a problem is refused before anything is sent.</summary>
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
                throw new ArgumentException("Both -Path and companies were given: give the file, or pipe the companies.");
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
        string full = string.Empty;
        try
        {
            full = FilePath.Resolve(this, path);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, ErrorPrefix, path));
        }

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

    private T OrFail<T>(Func<T> function)
    {
        try
        {
            return function();
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, ErrorPrefix, Path));
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
