using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>
/// A Qard command with companies as input, typically rows of a CSV file. An invalid row becomes a non-terminating error that names
/// the company.
/// </summary>
public abstract class QardCompanyRowCommand : QardPipelineCommand
{
    /// <summary>Sirens as numbers: a million need about 30 MB, the only memory that grows with the input.</summary>
    private readonly HashSet<int> _seen = [];

    /// <summary>Registration numbers of other countries.</summary>
    private readonly HashSet<string> _seenAbroad = new(StringComparer.OrdinalIgnoreCase);
    private string[] _given = [];
    private readonly List<PropertyInfo> _bound = [];
    private int _rows;

    /// <summary>The company's name.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("CompanyName")]
    [Cell(CellKind.Column)]
    public string? Name { get; set; }

    /// <summary>The company's siren: nine digits; spaces are ignored.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RegistrationNumber", "CompanyNumber")]
    [Cell(CellKind.Column)]
    public string? Siren { get; set; }

    /// <summary>A row with the company's columns. Bound as a whole, so that an error can name a row without a required column.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    protected override object? Target => Siren ?? Name ?? (object?)InputObject;

    /// <summary>Whether siren or name are optional.</summary>
    protected abstract bool NeedsSiren { get; }

    protected abstract bool NeedsName { get; }

    /// <summary>Whether this command processes the company.</summary>
    protected virtual bool IsOwn => true;

    /// <summary>Whether the command reads its rows itself instead of from the pipeline.</summary>
    protected virtual bool ReadsRows => false;

    /// <summary>The subject of the row, for errors.</summary>
    protected virtual string? Subject => Name ?? Siren;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _given = [.. MyInvocation.BoundParameters.Keys];
    }

    protected override void Prepare()
    {
        _rows++;
        try
        {
            ReadRow();
            if (NeedsName && Name is null)
            {
                throw new ArgumentException($"the company has no name. Give -Name, or a 'name' column{Columns("name")}.");
            }

            if (NeedsSiren && Siren is null)
            {
                throw new ArgumentException($"the company has no siren. Give -Siren, or a 'siren' column{Columns("siren")}.");
            }

            Validate();
            if (Siren is not null && IsOwn && !IsFirst(Siren))
            {
                throw new ArgumentException($"the siren {Siren} came earlier in the same input; the row is skipped.");
            }
        }
        catch (ArgumentException exception)
        {
            string row = MyInvocation.ExpectingInput || ReadsRows ? $"Row {_rows} ({CellReader.Shown(Subject ?? "no company")}): " : string.Empty;
            throw new ArgumentException(row + exception.Message.Split('\n')[0], exception);
        }
    }

    /// <summary>Returns a warning for an invalid check digit, most likely a typing error. Fictitious sirens of the sandbox are exempt.</summary>
    protected string? SirenWarning => NeedsSiren && SirenNumber.IsValid(Siren) && !SirenNumber.HasCheckDigit(Siren!)
        && !(Session!.IsSandbox && Siren!.StartsWith("000", StringComparison.Ordinal))
        ? $"The check digit of the siren {Siren} ({Name ?? "no name"}) is wrong: one of its digits is probably mistyped. It is sent unchanged."
        : null;

    /// <exception cref="ArgumentException">The company is invalid.</exception>
    protected abstract void Validate();

    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_rows == 0 && (MyInvocation.ExpectingInput || ReadsRows))
        {
            WriteWarning("The input is empty: it has no companies.");
        }
    }

    /// <summary>Counts a row that belongs to another shard.</summary>
    protected void PassOverRow() => _rows++;

    private bool IsFirst(string siren)
        => SirenNumber.IsValid(siren) ? _seen.Add(int.Parse(siren, CultureInfo.InvariantCulture)) : _seenAbroad.Add(siren);

    private void ReadRow()
    {
        // PowerShell does not reset parameters that it has not bound itself.
        _bound.ForEach(property => property.SetValue(this, null));
        bool boundBefore = _bound.Count > 0 || ReadsRows;
        _bound.Clear();
        IDictionary? row = InputObject?.BaseObject switch
        {
            IDictionary table => table,
            string or int or long when Siren is null => new Hashtable { [nameof(Siren)] = InputObject.BaseObject },
            PSCustomObject when HasOddColumns(InputObject!) => CellReader.Properties(InputObject!),
            not null when boundBefore => CellReader.Properties(InputObject),
            _ => null,
        };
        if (row is not null)
        {
            _bound.AddRange(RowBinder.Bind(this, row, _given));
        }

        // An error names the row by what of it can be read.
        (string? siren, string? name) = (Siren, Name);
        (Siren, Name) = (RowBinder.ReadableOrNull(siren), RowBinder.ReadableOrNull(name));
        Siren = SirenNumber.Normalize(RowBinder.Readable(nameof(Siren), siren));
        Name = RowBinder.Single(nameof(Name), name);
    }

    /// <summary>Whether the name of a column has white space or a byte order mark at its ends, so that PowerShell does not bind it.</summary>
    private static bool HasOddColumns(PSObject row) => row.Properties.Any(property => RowBinder.ColumnName(property.Name).Length != property.Name.Length);

    /// <summary>Describes the columns of a row without a required value.</summary>
    private string Columns(string missing)
    {
        string[] columns = InputObject?.BaseObject switch
        {
            PSCustomObject => [.. InputObject.Properties.Select(property => property.Name)],
            IDictionary table => [.. table.Keys.Cast<object>().Select(key => $"{key}")],
            _ => [],
        };
        return columns.Length == 0 ? string.Empty
            : columns.Contains(missing, StringComparer.OrdinalIgnoreCase) ? "; it is empty in this row"
            : columns.Length == 1 && columns[0].IndexOfAny([';', '\t', '|']) is >= 0 and var index
                ? $"; this row has one column, '{columns[0]}': read the file with Import-Csv -Delimiter {(columns[0][index] == '\t' ? "\"`t\"" : $"'{columns[0][index]}'")}"
            : $"; this row has: {string.Join(", ", columns)}";
    }
}
