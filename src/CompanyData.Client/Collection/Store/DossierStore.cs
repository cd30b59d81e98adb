namespace CompanyData.Collection;

/// <summary>
/// A folder of dossiers with one file per collection of a company. Files are never changed, so the folder shows what was known on any
/// date.
/// </summary>
/// <param name="folder">Full path; the folder is created when the first dossier is saved.</param>
public sealed class DossierStore(string folder)
{
    public string Folder => folder;

    /// <summary>Saves a dossier and flushes it to the disk.</summary>
    /// <returns>Full path of the file.</returns>
    /// <exception cref="DossierFileException">The file cannot be written.</exception>
    public async Task<string> SaveAsync(CompanyDossier dossier)
    {
        string path = Path.Combine(folder, DossierFile.NameOf(dossier));
        try
        {
            Directory.CreateDirectory(folder);
            await DossierFile.SaveAsync(dossier, path, overwrite: true).ConfigureAwait(false);
            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string remedy = File.Exists(folder)
                ? $"'{folder}' is a file. Give the path of a folder."
                : "Free disk space or restore write access, then run again with the same journal.";
            throw new DossierFileException(DossierFileErrorKind.Unusable, path, $"The dossier '{path}' cannot be saved: {exception.Message}", remedy, exception);
        }
    }

    /// <summary>Deletes temporary files left by killed runs.</summary>
    /// <param name="now">The current time, in UTC.</param>
    /// <exception cref="DossierFileException">The folder cannot be read.</exception>
    public void RemoveLeftovers(DateTime now) => Read(() =>
    {
        PartialFile.RemoveStale(folder, now);
        return true;
    });

    /// <summary>Lists the files, ordered by company and date.</summary>
    /// <param name="siren">The company; null for all.</param>
    /// <exception cref="DossierFileException">The folder cannot be read.</exception>
    public IEnumerable<DossierFile> List(string? siren = null)
        => [.. Enumerate(siren).OrderBy(file => file.Siren, StringComparer.Ordinal).ThenBy(file => file.CollectedAt)];

    /// <summary>The files in no order, as the folder is read.</summary>
    /// <param name="siren">Of one company; null for all.</param>
    /// <exception cref="DossierFileException">The folder cannot be read.</exception>
    internal IEnumerable<DossierFile> Enumerate(string? siren = null)
    {
        using IEnumerator<string> paths = Read(() => Directory.EnumerateFiles(folder, siren is null ? "*.json" : $"{siren}_*.json").GetEnumerator());
        while (Read(paths.MoveNext))
        {
            if (DossierFile.Parse(paths.Current) is { } file)
            {
                yield return file;
            }
        }
    }

    /// <summary>Reads one dossier.</summary>
    /// <exception cref="DossierFileException">The file cannot be read, is damaged or is not a dossier.</exception>
    internal CompanyDossier Read(string siren, DateTime collectedAt) => DossierFile.Read(Path.Combine(folder, DossierFile.NameOf(siren, collectedAt)));

    /// <summary>Lists the files of each company up to a date, the latest first; companies without files are omitted.</summary>
    /// <param name="asOf">Latest collection time, in UTC; null for all.</param>
    /// <param name="siren">The company; null for all.</param>
    /// <exception cref="DossierFileException">The folder cannot be read.</exception>
    public IEnumerable<IReadOnlyList<DossierFile>> ListCompanies(DateTime? asOf = null, string? siren = null) => List(siren)
        .Where(file => asOf is not { } date || file.CollectedAt <= date)
        .GroupBy(file => file.Siren, StringComparer.Ordinal)
        .Select(group => (IReadOnlyList<DossierFile>)[.. group.Reverse()]);

    /// <summary>Runs an access to the folder.</summary>
    private T Read<T>(Func<T> access)
    {
        try
        {
            return access();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DossierFileException(DossierFileErrorKind.Unusable, folder, $"The folder '{folder}' cannot be read: {exception.Message}", "Check the path and its permissions.", exception);
        }
    }
}
