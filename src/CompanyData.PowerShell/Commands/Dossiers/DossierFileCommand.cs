using System.Diagnostics;
using System.Management.Automation;
using CompanyData.Collection;

namespace CompanyData.Commands.Dossiers;

/// <summary>A command that reads dossiers from files. A file that cannot be read becomes a non-terminating error.</summary>
public abstract class DossierFileCommand : PSCmdlet
{
    private protected const string ErrorPrefix = "CompanyDossier";

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _shown;

    /// <returns>Null if the file cannot be read; the error is written.</returns>
    private protected CompanyDossier? Read(string path)
    {
        try
        {
            return DossierFile.Read(path);
        }
        catch (DossierFileException exception)
        {
            WriteError(ErrorRecords.From(exception, ErrorPrefix, path));
            return null;
        }
    }

    /// <summary>Opens an existing store.</summary>
    private protected DossierStore OpenStore(string path)
    {
        string folder = Resolve(path);
        if (!Directory.Exists(folder))
        {
            DossierFileException exception = new(
                DossierFileErrorKind.Unusable, folder, $"The folder '{folder}' does not exist.", "Give the folder that Invoke-QardCollection -SavePath or Export-CompanyDossier -Format Json wrote to.");
            ThrowTerminatingError(ErrorRecords.From(exception, ErrorPrefix, folder));
        }

        return new DossierStore(folder);
    }

    private string Resolve(string path)
    {
        try
        {
            return FilePath.Resolve(this, path);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.InvalidInput(exception, ErrorPrefix, path));
            throw;
        }
    }

    /// <summary>Shows the progress of a long read.</summary>
    private protected void ShowProgress(int done, int total)
    {
        if (_clock.Elapsed > Quiet && _clock.Elapsed - _shown > Interval)
        {
            _shown = _clock.Elapsed;
            WriteProgress(new ProgressRecord(1, MyInvocation.MyCommand.Name, $"{done} of {total} companies") { PercentComplete = (int)(100L * done / Math.Max(1, total)) });
        }
    }

    /// <summary>A date without a time includes the whole day.</summary>
    private protected static DateTime? EndOf(DateTime? date)
        => date is not { } given ? null : (given.TimeOfDay == TimeSpan.Zero && given.Kind != DateTimeKind.Utc ? given.AddDays(1).AddTicks(-1) : given).ToUniversalTime();
}
