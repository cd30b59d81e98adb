namespace CompanyData.Collection;

/// <summary>
/// A folder of dossiers: a file for each collection of each company, none of which is ever changed. So the folder tells what was known on
/// any date.
/// </summary>
/// <param name="folder">The full path; made where there is none when the first dossier is saved.</param>
public sealed class DossierStore(string folder)
{
    public string Folder => folder;

    /// <summary>Saves a dossier and has it on the disk before this returns.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="DossierFileException">It cannot be written.</exception>
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
            throw new DossierFileException(
                DossierFileErrorKind.Unusable, path, $"The dossier '{path}' cannot be saved: {exception.Message}", "Make room on the disk or restore the access, then run again with the same journal.", exception);
        }
    }

    /// <summary>Removes what killed runs have left half written. What is younger may be another run's.</summary>
    /// <param name="before">In UTC.</param>
    /// <exception cref="DossierFileException">The folder cannot be read.</exception>
    public void RemoveLeftovers(DateTime before)
    {
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*.json.*.partial").Where(path => File.GetLastWriteTimeUtc(path) < before))
            {
                File.Delete(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>The files, by company and then by date.</summary>
    /// <param name="siren">Of one company; null for all.</param>
    /// <exception cref="DossierFileException">The folder cannot be read.</exception>
    public IEnumerable<DossierFile> List(string? siren = null)
        => [.. Enumerate(siren).OrderBy(file => file.Siren, StringComparer.Ordinal).ThenBy(file => file.CollectedAt)];

    /// <summary>The files in no order, as the folder is read.</summary>
    /// <param name="siren">Of one company; null for all.</param>
    /// <exception cref="DossierFileException">The folder cannot be read.</exception>
    internal IEnumerable<DossierFile> Enumerate(string? siren = null)
    {
        IEnumerator<string> paths;
        try
        {
            paths = Directory.EnumerateFiles(folder, siren is null ? "*.json" : $"{siren}_*.json").GetEnumerator();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception);
        }

        using (paths)
        {
            while (MoveNext(paths))
            {
                if (DossierFile.Parse(paths.Current) is { } file)
                {
                    yield return file;
                }
            }
        }
    }

    /// <summary>Reads one dossier.</summary>
    /// <exception cref="DossierFileException">It cannot be read, is damaged or is not a dossier.</exception>
    internal CompanyDossier Read(string siren, DateTime collectedAt) => DossierFile.Read(Path.Combine(folder, DossierFile.NameOf(siren, collectedAt)));

    /// <summary>The files of each company up to a date, the latest first; companies that have none are left out.</summary>
    /// <param name="asOf">In UTC; null for all.</param>
    /// <param name="siren">Of one company; null for all.</param>
    /// <exception cref="DossierFileException">The folder cannot be read.</exception>
    public IEnumerable<IReadOnlyList<DossierFile>> ListCompanies(DateTime? asOf = null, string? siren = null) => List(siren)
        .Where(file => asOf is not { } date || file.CollectedAt <= date)
        .GroupBy(file => file.Siren, StringComparer.Ordinal)
        .Select(group => (IReadOnlyList<DossierFile>)[.. group.Reverse()]);

    private bool MoveNext(IEnumerator<string> paths)
    {
        try
        {
            return paths.MoveNext();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception);
        }
    }

    private DossierFileException Unreadable(Exception exception)
        => new(DossierFileErrorKind.Unusable, folder, $"The folder '{folder}' cannot be read: {exception.Message}", "Check the path and who may read there.", exception);
}
