using System.Globalization;
using System.Text.RegularExpressions;
using CompanyData.Files;

namespace CompanyData.Collection;

/// <summary>A dossier file. Its name contains siren and collection time, so that a dossier is found without opening files.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Siren">Siren of the company.</param>
/// <param name="CollectedAt">Time of the collection, in UTC.</param>
public sealed record DossierFile(string Path, string Siren, DateTime CollectedAt)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    private static readonly Regex Name = new(@"^(?<siren>\d{9})_(?<time>\d{8}T\d{9}Z)\.json$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Returns the file name of a dossier, such as <c>383474814_20260131T020000000Z.json</c>.</summary>
    public static string NameOf(CompanyDossier dossier) => NameOf(dossier.Siren, dossier.CollectedAt);

    /// <summary>Returns the file name for a siren and a collection time.</summary>
    internal static string NameOf(string siren, DateTime collectedAt) => $"{siren}_{collectedAt.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture)}.json";

    /// <returns>Null if the file name has another form.</returns>
    public static DossierFile? Parse(string path)
    {
        Match match = Name.Match(System.IO.Path.GetFileName(path));
        return match.Success && DateTime.TryParseExact(
            match.Groups["time"].Value, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime collected)
            ? new(path, match.Groups["siren"].Value, collected)
            : null;
    }

    /// <exception cref="DossierFileException">It cannot be read, is damaged or is not a dossier.</exception>
    public static CompanyDossier Read(string path)
    {
        try
        {
            return new DossierJsonReader(path).Read(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DossierFileException(DossierFileErrorKind.Unusable, path, $"The dossier '{path}' cannot be read: {exception.Message}", "Check the path and its permissions.", exception);
        }
    }

    /// <exception cref="DossierFileException">It cannot be read, is damaged or is not a dossier.</exception>
    public CompanyDossier Read() => Read(Path);

    /// <summary>Saves a dossier atomically and flushes it to the disk.</summary>
    /// <param name="dossier">The dossier to save.</param>
    /// <param name="path">The target file.</param>
    /// <param name="overwrite">Whether to replace an existing file.</param>
    /// <exception cref="IOException">The target already exists or cannot be written.</exception>
    public static Task SaveAsync(CompanyDossier dossier, string path, bool overwrite) => PrivateFile.SaveAsync(path, overwrite, file =>
    {
        DossierJsonWriter.Write(dossier, file);
        return Task.CompletedTask;
    });
}
