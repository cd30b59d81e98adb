using System.Management.Automation;
using System.Text;
using Sylvan.Data.Csv;

namespace CompanyData.Parameters;

/// <summary>Reads the rows of a CSV file as Import-Csv does, one at a time and without an object for each.</summary>
internal sealed class CsvRows : IDisposable
{
    private const int MaxRow = 16 * 1024 * 1024;
    private const string TypeLine = "#TYPE";

    private readonly string _path;
    private readonly CsvDataReader _reader;

    /// <exception cref="ArgumentException">The file cannot be read or has no usable header.</exception>
    public CsvRows(string path, char delimiter)
    {
        _path = path;
        StreamReader? text = null;
        try
        {
            EnsureText(path);
            text = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            _reader = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = delimiter,
                // No comments: a value may begin with a number sign.
                Comment = '\0',
                MaxBufferSize = MaxRow,
            });
            if (!_reader.Read() || (_reader.GetString(0).StartsWith(TypeLine, StringComparison.Ordinal) && !_reader.Read()))
            {
                throw new ArgumentException($"The file '{path}' is empty: a first line with the names of the columns is required.");
            }
        }
        catch (Exception exception)
        {
            text?.Dispose();
            throw Explain(exception);
        }

        Columns = [.. Enumerable.Range(0, _reader.RowFieldCount).Select(column => RowBinder.ColumnName(_reader.GetString(column)))];
        if (Columns.All(name => name.Length == 0))
        {
            Dispose();
            throw new ArgumentException($"The file '{path}' has an empty first line: a line with the names of the columns is required.");
        }

        if (Columns.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(names => names.Count() > 1) is { } twice)
        {
            Dispose();
            throw new ArgumentException($"The file '{path}' has two columns named '{twice.Key}'.");
        }
    }

    /// <exception cref="ArgumentException">The path is a folder, or the file is a workbook.</exception>
    private static void EnsureText(string path)
    {
        if (Directory.Exists(path))
        {
            throw new ArgumentException($"'{path}' is a folder. Give the path of a CSV file.");
        }

        if (!File.Exists(path))
        {
            return;
        }

        using FileStream file = File.OpenRead(path);
        byte[] head = new byte[4];
        // Workbooks are ZIP archives, and older ones are compound files.
        if (file.Read(head, 0, head.Length) == head.Length && head is [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0])
        {
            throw new ArgumentException($"The file '{path}' is an Excel workbook or an archive, not a CSV file. Save it as CSV UTF-8.");
        }
    }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Number of the row that was read last, from 1, without the header and blank lines.</summary>
    public int Row { get; private set; }

    /// <returns>False at the end.</returns>
    /// <exception cref="ArgumentException">The file cannot be read.</exception>
    public bool Read()
    {
        try
        {
            while (_reader.Read())
            {
                if (_reader.RowFieldCount > 1 || (_reader.RowFieldCount == 1 && _reader.GetString(0).Length > 0))
                {
                    Row++;
                    return true;
                }
            }

            return false;
        }
        catch (Exception exception)
        {
            throw Explain(exception);
        }
    }

    /// <summary>Index of the first of these columns that the file has; -1 if it has none.</summary>
    public int IndexOf(params string[] names)
        => names.Select(name => Columns.ToList().FindIndex(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase))).Where(index => index >= 0).DefaultIfEmpty(-1).First();

    /// <summary>Copies a value, or the beginning of one that is longer than the buffer.</summary>
    /// <returns>How many characters were copied.</returns>
    public int Copy(int column, char[] buffer) => column < _reader.RowFieldCount ? (int)_reader.GetChars(column, 0, buffer, 0, buffer.Length) : 0;

    /// <summary>The row as Import-Csv emits it: values that the line does not have are null.</summary>
    public PSObject ToObject()
    {
        PSObject row = new();
        for (int column = 0; column < Columns.Count; column++)
        {
            row.Properties.Add(new PSNoteProperty(Columns[column], column < _reader.RowFieldCount ? _reader.GetString(column) : null));
        }

        return row;
    }

    public void Dispose() => _reader?.Dispose();

    private ArgumentException Explain(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => new ArgumentException($"The file '{_path}' does not exist.", exception),
        DecoderFallbackException => new ArgumentException(
            $"The file '{_path}' is not UTF-8: after row {Row} there are characters that cannot be read. Save it as UTF-8 (in a spreadsheet: CSV UTF-8).", exception),
        ArgumentException explained => explained,
        CsvRecordTooLargeException => new ArgumentException(
            $"The file '{_path}' cannot be read after row {Row}: the next row is larger than {MaxRow / 1024 / 1024} MB; a quotation mark is probably not closed.", exception),
        CsvFormatException => new ArgumentException(
            $"The file '{_path}' cannot be read after row {Row}: a quotation mark is not closed, or text follows it. {exception.Message}", exception),
        _ => new ArgumentException($"The file '{_path}' cannot be read after row {Row}: {exception.Message}", exception),
    };
}
