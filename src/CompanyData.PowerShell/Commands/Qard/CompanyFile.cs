namespace CompanyData.Commands.Qard;

/// <summary>A CSV file whose rows are companies.</summary>
internal static class CompanyFile
{
    /// <summary>The names that the column of sirens can have: those of the parameter.</summary>
    public static readonly string[] SirenColumns = ["Siren", "RegistrationNumber", "CompanyNumber"];

    /// <summary>Reads the file to its end.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ArgumentException">It cannot be read, or has no column of sirens.</exception>
    public static int Check(string path, char delimiter)
    {
        using CsvRows rows = new(path, delimiter);
        if (rows.IndexOf(SirenColumns) < 0)
        {
            throw new ArgumentException($"The file '{path}' has no column 'siren'; it has: {string.Join(", ", rows.Columns)}."
                + (rows.Columns.Count == 1 && rows.Columns[0].IndexOf(';') >= 0 ? " The columns seem to be separated by semicolons: add -Delimiter ';'." : string.Empty));
        }

        while (rows.Read())
        {
        }

        return rows.Row;
    }
}
