using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>
/// A Qard command whose input is companies, typically rows of a CSV file. A row that has a problem becomes one error that names
/// the company; the rest goes on.
/// </summary>
public abstract class QardCompanyRowCommand : QardPipelineCommand
{
    /// <summary>As numbers: a million sirens take some 30 MB, the only thing that grows with the input.</summary>
    private readonly HashSet<int> _seen = [];

    /// <summary>Numbers of other countries.</summary>
    private readonly HashSet<string> _seenAbroad = new(StringComparer.OrdinalIgnoreCase);
    private string[] _given = [];
    private readonly List<PropertyInfo> _bound = [];
    private int _rows;

    /// <summary>The company's name.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("CompanyName")]
    [Cell(CellKind.Text)]
    public string? Name { get; set; }

    /// <summary>The company's siren: nine digits; spaces between them do not matter.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RegistrationNumber", "CompanyNumber")]
    [Cell(CellKind.Text)]
    public string? Siren { get; set; }

    /// <summary>A row with the company's columns. It is taken whole, so that a row that lacks a column can be named.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    protected override object? Target => Siren ?? Name ?? (object?)InputObject;

    /// <summary>Whether the command can do without a siren, or without a name.</summary>
    protected abstract bool NeedsSiren { get; }

    protected abstract bool NeedsName { get; }

    /// <summary>Whether the company is this command's business, or another's.</summary>
    protected virtual bool IsOwn => true;

    /// <summary>Whether the command binds its rows itself, from elsewhere than the pipeline.</summary>
    protected virtual bool ReadsRows => false;

    /// <summary>Who the row is about, in errors.</summary>
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
                throw new ArgumentException($"the siren {Siren} came earlier in the same input; the row is left out.");
            }
        }
        catch (ArgumentException exception)
        {
            string row = MyInvocation.ExpectingInput || ReadsRows ? $"Row {_rows} ({CellReader.Shown(Subject ?? "no company")}): " : string.Empty;
            throw new ArgumentException(row + exception.Message.Split('\n')[0], exception);
        }
    }

    /// <summary>A warning where the check digit is wrong: a digit is mistyped, most likely. The parts that the sandbox plays have none.</summary>
    protected string? SirenWarning => NeedsSiren && SirenNumber.IsValid(Siren) && !SirenNumber.HasCheckDigit(Siren!)
        && !(Session!.IsSandbox && Siren!.StartsWith("000", StringComparison.Ordinal))
        ? $"The check digit of the siren {Siren} ({Name ?? "no name"}) is wrong: one of its digits is probably mistyped. It is sent as it is."
        : null;

    /// <exception cref="ArgumentException">The company cannot be sent like this.</exception>
    protected abstract void Validate();

    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_rows == 0 && (MyInvocation.ExpectingInput || ReadsRows))
        {
            WriteWarning("No company came in: the input is empty.");
        }
    }

    /// <summary>A row that is another's: it only counts.</summary>
    protected void PassOverRow() => _rows++;

    private bool IsFirst(string siren)
        => SirenNumber.IsValid(siren) ? _seen.Add(int.Parse(siren, CultureInfo.InvariantCulture)) : _seenAbroad.Add(siren);

    private void ReadRow()
    {
        // PowerShell does not empty what it has not bound itself.
        _bound.ForEach(property => property.SetValue(this, null));
        bool boundBefore = _bound.Count > 0 || ReadsRows;
        _bound.Clear();
        IDictionary? row = InputObject?.BaseObject switch
        {
            IDictionary table => table,
            string or int or long when Siren is null => new Hashtable { [nameof(Siren)] = InputObject.BaseObject },
            not null when boundBefore => CellReader.Properties(InputObject),
            _ => null,
        };
        if (row is not null)
        {
            _bound.AddRange(RowBinder.Bind(this, row, _given));
        }

        Siren = SirenNumber.Normalize(Siren);
        Name = RowBinder.Single(nameof(Name), Name);
    }

    /// <summary>What the row has, for one that lacks a column or its value.</summary>
    private string Columns(string missing)
    {
        string[] columns = InputObject?.BaseObject switch
        {
            PSCustomObject => [.. InputObject.Properties.Select(property => property.Name)],
            IDictionary table => [.. table.Keys.Cast<object>().Select(key => $"{key}")],
            _ => [],
        };
        return columns.Length == 0 ? string.Empty
            : columns.Contains(missing, StringComparer.OrdinalIgnoreCase) ? "; in this row it is empty"
            : $"; this row has: {string.Join(", ", columns)}";
    }
}
