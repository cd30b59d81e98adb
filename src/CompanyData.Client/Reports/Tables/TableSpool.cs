using System.Globalization;
using System.Text;

namespace CompanyData.Reports;

/// <summary>The rows of a table, kept on the disk until all have come: a hundred thousand take no memory.</summary>
internal sealed class TableSpool : IDisposable
{
    private const byte Null = 0;
    private const byte Text = 1;
    private const byte Date = 2;
    private const byte Number = 3;
    private const byte Integer = 4;
    private const byte Flag = 5;

    private readonly TemporaryFile _file = new();
    private readonly BinaryWriter _writer;
    private readonly int[] _lengths;

    /// <param name="columns">Number of cells of a row.</param>
    public TableSpool(int columns)
    {
        _writer = new BinaryWriter(_file.Stream, Encoding.Unicode, leaveOpen: true);
        _lengths = new int[columns];
    }

    /// <summary>Number of characters of the longest value of each column.</summary>
    public IReadOnlyList<int> Lengths => _lengths;

    public int Count { get; private set; }

    public void Add(object?[] row)
    {
        Count++;
        for (int column = 0; column < row.Length; column++)
        {
            _lengths[column] = Math.Max(_lengths[column], LengthOf(row[column]));
            Write(row[column]);
        }
    }

    public IEnumerable<object?[]> Read()
    {
        _writer.Flush();
        _file.Stream.Position = 0;
        using BinaryReader reader = new(_file.Stream, Encoding.Unicode, leaveOpen: true);
        for (int row = 0; row < Count; row++)
        {
            object?[] cells = new object?[_lengths.Length];
            for (int column = 0; column < _lengths.Length; column++)
            {
                cells[column] = Read(reader);
            }

            yield return cells;
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }

    private static int LengthOf(object? cell) => cell switch
    {
        null => 0,
        string text => text.Length,
        DateTime { TimeOfDay.Ticks: 0 } => "yyyy-MM-dd".Length,
        DateTime => "yyyy-MM-dd hh:mm:ss".Length,
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Length,
    };

    private void Write(object? cell)
    {
        switch (cell)
        {
            case null:
                _writer.Write(Null);
                break;
            case DateTime date:
                _writer.Write(Date);
                _writer.Write(date.ToBinary());
                break;
            case decimal number:
                _writer.Write(Number);
                _writer.Write(number);
                break;
            case int whole:
                _writer.Write(Integer);
                _writer.Write(whole);
                break;
            case bool flag:
                _writer.Write(Flag);
                _writer.Write(flag);
                break;
            default:
                _writer.Write(Text);
                _writer.Write(cell.ToString() ?? string.Empty);
                break;
        }
    }

    private static object? Read(BinaryReader reader) => reader.ReadByte() switch
    {
        Text => reader.ReadString(),
        Date => DateTime.FromBinary(reader.ReadInt64()),
        Number => reader.ReadDecimal(),
        Integer => reader.ReadInt32(),
        Flag => reader.ReadBoolean(),
        _ => null,
    };
}
