using System.Globalization;
using System.Management.Automation;
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
    private int _rows;

    /// <summary>The company's name.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("CompanyName")]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The company's siren: nine digits; spaces between them do not matter.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RegistrationNumber")]
    [AllowNull]
    [AllowEmptyString]
    public string? Siren { get; set; }

    /// <summary>A row with the company's columns. It is taken whole, so that a row that lacks a column can be named.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    protected override object? Target => NullIfBlank(Siren) ?? NullIfBlank(Name) ?? (object?)InputObject;

    /// <summary>Whether the command can do without a siren, or without a name.</summary>
    protected abstract bool NeedsSiren { get; }

    protected abstract bool NeedsName { get; }

    /// <summary>Whether the company is this command's business, or another's.</summary>
    protected virtual bool IsOwn => true;

    protected override void Prepare()
    {
        _rows++;
        Name = NullIfBlank(Name)?.Trim();
        Siren = SirenNumber.Normalize(Siren);
        string row = MyInvocation.ExpectingInput ? $"Row {_rows} ({Name ?? Siren ?? "no company"}): " : string.Empty;
        if (NeedsName && Name is null)
        {
            throw new ArgumentException($"{row}the company has no name. Give -Name, or a 'name' column{Columns()}.");
        }

        if (NeedsSiren && Siren is null)
        {
            throw new ArgumentException($"{row}the company has no siren. Give -Siren, or a 'siren' column{Columns()}.");
        }

        try
        {
            Validate();
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException(row + exception.Message.Split('\n')[0], exception);
        }

        if (Siren is not null && IsOwn && !IsFirst(Siren))
        {
            throw new ArgumentException($"{row}the siren {Siren} came earlier in the same input; the row is left out.");
        }
    }

    /// <exception cref="ArgumentException">The company cannot be sent like this.</exception>
    protected abstract void Validate();

    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_rows == 0 && MyInvocation.ExpectingInput)
        {
            WriteWarning("No company came in: the input is empty.");
        }
    }

    private bool IsFirst(string siren)
        => SirenNumber.IsValid(siren) ? _seen.Add(int.Parse(siren, CultureInfo.InvariantCulture)) : _seenAbroad.Add(siren);

    private string Columns() => InputObject?.BaseObject is PSCustomObject
        ? $"; this row has: {string.Join(", ", InputObject.Properties.Select(property => property.Name))}"
        : string.Empty;

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
