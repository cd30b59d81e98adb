using System.Text;
using System.Text.Json;
using CompanyData.Qard;

namespace CompanyData.Collection;

/// <summary>
/// Reads a journal line by line. An incomplete last line was interrupted by a kill or a power failure and is ignored. Any other line that
/// cannot be read is an error, unless a power failure destroyed part of the last write. Changes made by text editors are accepted: a byte
/// order mark, blank lines, other line endings.
/// </summary>
internal sealed class JournalReader(string path)
{
    private const int FirstBuffer = 64 * 1024;
    private const int MaxLine = 16 * 1024 * 1024;
    private static readonly byte[] Beginning = Encoding.ASCII.GetBytes("{\"v\":");
    private static readonly byte[] ByteOrderMark = Encoding.UTF8.GetPreamble();

    private byte[] _buffer = new byte[FirstBuffer];
    private int _filled;
    private bool _hasHeader;
    private long _badLine;

    /// <summary>
    /// A disk page of the last write is missing and reads as zeros, which no line contains. Everything after it can be ignored: a writer
    /// continues only after the whole write is on the disk.
    /// </summary>
    private bool _isTorn;

    /// <summary>Number of the current line, from 1.</summary>
    private long _line;

    private long _position;
    private long _soundLength;

    /// <returns>The valid part, after which the next line is written.</returns>
    /// <exception cref="JournalException">A line is corrupt, or the file is not a journal.</exception>
    public JournalExtent Read(Stream stream, Action<JournalLine> take)
    {
        int read;
        while ((read = stream.Read(_buffer, _filled, _buffer.Length - _filled)) > 0)
        {
            _filled += read;
            int start = 0;
            int length;
            while ((length = Array.IndexOf(_buffer, (byte)'\n', start, _filled - start) - start) >= 0)
            {
                Take(new ReadOnlySpan<byte>(_buffer, start, length), lineFeed: 1, take);
                start += length + 1;
            }

            _filled -= start;
            Array.Copy(_buffer, start, _buffer, 0, _filled);
            if (_filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length < MaxLine ? _buffer.Length * 2 : throw Corrupt(_line + 1));
            }
        }

        ReadOnlySpan<byte> rest = WithoutMark(new ReadOnlySpan<byte>(_buffer, 0, _filled));
        bool isWhole = _hasHeader && _badLine == 0 && _filled > 0 && Parse(rest) is not null;
        if (isWhole)
        {
            Take(rest, lineFeed: 0, take);
        }

        // A different file with a single unterminated line must not be mistaken for an interrupted journal.
        return _hasHeader || (_badLine == 0 && IsPossibleStart(rest)) ? new(_soundLength, isWhole) : throw NotAJournal();
    }

    private void Take(ReadOnlySpan<byte> bytes, int lineFeed, Action<JournalLine> take)
    {
        if (_isTorn)
        {
            return;
        }

        _line++;
        ReadOnlySpan<byte> text = WithoutMark(bytes);
        _position += bytes.Length + lineFeed;
        if (IsBlank(text))
        {
            return;
        }

        if (_badLine > 0)
        {
            throw _hasHeader ? Corrupt(_badLine) : NotAJournal();
        }

        JournalLine? line = Parse(text);
        if (line is null)
        {
            _badLine = _line;
            _isTorn = _hasHeader && text.IndexOf((byte)0) >= 0;
            return;
        }

        if (line.Step == JournalStep.Run)
        {
            CheckVersion(line.Version);
            _hasHeader = true;
        }
        else if (!_hasHeader)
        {
            throw NotAJournal();
        }

        _soundLength = _position;
        take(line);
    }

    private ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes)
        => _position == 0 && bytes.StartsWith(ByteOrderMark) ? bytes.Slice(ByteOrderMark.Length) : bytes;

    private static bool IsBlank(ReadOnlySpan<byte> text)
    {
        foreach (byte character in text)
        {
            if (character is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
            {
                return false;
            }
        }

        return true;
    }

    private static JournalLine? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            JournalLine? line = JsonSerializer.Deserialize(bytes, JournalJsonContext.Default.JournalLine);
            return line?.Step is null || (line.Step == JournalStep.Run ? line.Service is null : !SirenNumber.IsValid(line.Siren)) ? null : line;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsPossibleStart(ReadOnlySpan<byte> tail)
    {
        int length = Math.Min(tail.Length, Beginning.Length);
        return tail.Slice(0, length).SequenceEqual(Beginning.AsSpan(0, length));
    }

    private void CheckVersion(int? version)
    {
        if (version > JournalLine.CurrentVersion)
        {
            throw new JournalException(
                JournalErrorKind.NotAJournal, path, $"A later version of CompanyData wrote the journal '{path}' (format {version}).", "Update the module, or use another journal.");
        }
    }

    private JournalException Corrupt(long line) => new(
        JournalErrorKind.Corrupt,
        path,
        $"Line {line} of the journal '{path}' cannot be read, and more lines follow: the file is damaged.",
        $"Check line {line}. If you delete it, the run resumes its company from the previous line. Or use another journal.");

    private JournalException NotAJournal() => new(
        JournalErrorKind.NotAJournal, path, $"'{path}' is not a journal; it was not changed.", "Give the path of a journal, or of a file that does not exist yet.");
}
