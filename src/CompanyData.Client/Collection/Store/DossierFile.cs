using System.Globalization;
using System.Text.RegularExpressions;
using CompanyData.Files;

namespace CompanyData.Collection;

/// <summary>A dossier in a file. Its name says whose it is and when it was collected, so that the right one is found without opening any.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Siren">Of the company.</param>
/// <param name="CollectedAt">In UTC.</param>
public sealed record DossierFile(string Path, string Siren, DateTime CollectedAt)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    private static readonly Regex Name = new(@"^(?<siren>\d{9})_(?<time>\d{8}T\d{9}Z)\.json$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The name of a dossier's file, such as <c>383474814_20260131T020000000Z.json</c>.</summary>
    public static string NameOf(CompanyDossier dossier) => NameOf(dossier.Siren, dossier.CollectedAt);

    /// <summary>As above.</summary>
    internal static string NameOf(string siren, DateTime collectedAt) => $"{siren}_{collectedAt.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture)}.json";

    /// <returns>Null where the file is named otherwise.</returns>
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
            throw new DossierFileException(DossierFileErrorKind.Unusable, path, $"The dossier '{path}' cannot be read: {exception.Message}", "Check the path and who may read there.", exception);
        }
    }

    /// <exception cref="DossierFileException">It cannot be read, is damaged or is not a dossier.</exception>
    public CompanyDossier Read() => Read(Path);

    /// <summary>Writes a dossier whole or not at all; it is on the disk afterwards.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="path">The target.</param>
    /// <param name="overwrite">Whether a file that is there already is replaced.</param>
    /// <exception cref="IOException">The target exists already, or cannot be written.</exception>
    public static Task SaveAsync(CompanyDossier dossier, string path, bool overwrite) => PrivateFile.SaveAsync(path, overwrite, file =>
    {
        DossierJsonWriter.Write(dossier, file);
        return Task.CompletedTask;
    });
}
