using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using CompanyData.Completion;
using CompanyData.Json;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Creates a stakeholder object for New-QontoRegistration. Sends nothing.</summary>
[Cmdlet(VerbsCommon.New, "QontoStakeholder")]
[OutputType(typeof(QontoStakeholder))]
public sealed class NewQontoStakeholderCommand : PSCmdlet
{
    private static readonly string[] Genders = ["male", "female", "other"];

    private string[] _given = [];
    private IReadOnlyList<PropertyInfo> _bound = [];

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Column)]
    public string? FirstName { get; set; }

    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Column)]
    public string? LastName { get; set; }

    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Column)]
    public string? Email { get; set; }

    /// <summary>The capital in EUR as decimal text; 0 for a stakeholder who only represents legal entities.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Column)]
    public string? CapitalAmount { get; set; }

    /// <summary>Marks the account owner; a registration has exactly one.</summary>
    [Parameter]
    [Column]
    [Cell(CellKind.Switch)]
    public SwitchParameter Owner { get; set; }

    /// <summary>Marks a physical shareholder; otherwise a legal representative.</summary>
    [Parameter]
    [Column]
    [Cell(CellKind.Switch)]
    public SwitchParameter PhysicalShareholder { get; set; }

    /// <summary>International phone number, such as +33 123456789; required for the owner.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Column)]
    public string? PhoneNumber { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Column)]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string? Gender { get; set; }

    /// <summary>ISO country code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Column)]
    public string? Nationality { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? BirthDate { get; set; }

    /// <summary>postal_code, city, country.</summary>
    [Parameter]
    [Column]
    [Cell(CellKind.Table)]
    public Hashtable? BirthAddress { get; set; }

    /// <summary>line_1, postal_code, city, country.</summary>
    [Parameter]
    [Column]
    [Cell(CellKind.Table)]
    public Hashtable? ResidenceAddress { get; set; }

    /// <summary>The companies that the stakeholder represents: legal_name, legal_number, legal_country, capital_amount each.</summary>
    [Parameter]
    [Column]
    [Cell(CellKind.Tables)]
    public Hashtable[]? LegalEntity { get; set; }

    /// <summary>A row, whose columns are the parameters.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    protected override void BeginProcessing()
    {
        NullArguments.Reject(this, "Qonto");
        _given = [.. MyInvocation.BoundParameters.Keys];
    }

    protected override void ProcessRecord()
    {
        try
        {
            ReadRow();
            WriteObject(Read());
        }
        catch (ArgumentException exception)
        {
            string person = $"{RowBinder.ReadableOrNull(FirstName)} {RowBinder.ReadableOrNull(LastName)}".Trim();
            ArgumentException named = new($"{(person.Length == 0 ? "The stakeholder" : person)}: {exception.Message}", exception);
            WriteError(ErrorRecords.InvalidInput(named, "Qonto", person));
        }
    }

    private void ReadRow()
    {
        // PowerShell does not reset parameters that it has not bound itself.
        foreach (PropertyInfo property in _bound)
        {
            property.SetValue(this, null);
        }

        _bound = InputObject is null ? [] : RowBinder.Bind(this, InputObject.BaseObject as IDictionary ?? CellReader.Properties(InputObject), _given);
    }

    private QontoStakeholder Read() => new()
    {
        FirstName = Required(nameof(FirstName), FirstName),
        LastName = Required(nameof(LastName), LastName),
        Email = Required(nameof(Email), Email),
        IsOwner = Owner,
        CapitalAmount = new QontoAmount(Required(nameof(CapitalAmount), CapitalAmount), "EUR"),
        ShareholdingType = PhysicalShareholder ? "physical" : null,
        PhoneNumber = RowBinder.Single(nameof(PhoneNumber), PhoneNumber),
        Gender = KnownGender(),
        Nationality = RowBinder.Single(nameof(Nationality), Nationality),
        BirthDate = RowBinder.Read(nameof(BirthDate), BirthDate, CellReader.Day)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        BirthAddress = Address(nameof(BirthAddress), BirthAddress),
        ResidenceAddress = Address(nameof(ResidenceAddress), ResidenceAddress),
        LegalEntities = LegalEntity is null ? null : new ValueList<QontoLegalEntity>(LegalEntity.Select(Entity)),
    };

    /// <summary>Not mandatory for PowerShell, whose error about a row without it would not name the person.</summary>
    private static string Required(string column, string? cell)
        => RowBinder.Single(column, cell) ?? throw new ArgumentException($"{column} is missing. Give -{column}, or a column of this name.");

    private string? KnownGender()
        => RowBinder.Single(nameof(Gender), Gender) is not { } gender ? null
            : Genders.FirstOrDefault(known => known.Equals(gender, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException($"Gender: '{CellReader.Shown(gender)}' is not one of {string.Join(", ", Genders)}.");

    private static QontoAddress? Address(string column, Hashtable? table)
    {
        if (table is null)
        {
            return null;
        }

        TableFields fields = new(column, table, "line_1", "line_2", "postal_code", "city", "country");
        return new()
        {
            Line1 = fields.Text("line_1"),
            Line2 = fields.Text("line_2"),
            PostalCode = fields.Text("postal_code"),
            City = fields.Text("city"),
            Country = fields.Text("country"),
        };
    }

    private static QontoLegalEntity Entity(Hashtable table)
    {
        TableFields fields = new(nameof(LegalEntity), table, "legal_name", "legal_number", "legal_country", "capital_amount");
        return new()
        {
            LegalName = fields.Text("legal_name"),
            LegalNumber = fields.Text("legal_number"),
            LegalCountry = fields.Text("legal_country"),
            CapitalAmount = fields.Text("capital_amount"),
        };
    }
}
