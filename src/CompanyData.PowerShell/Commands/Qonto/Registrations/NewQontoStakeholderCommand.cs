using System.Collections;
using System.Globalization;
using System.Management.Automation;
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

    [Parameter(Mandatory = true, HelpMessage = "The first name.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Cell(CellKind.Text)]
    public string FirstName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, HelpMessage = "The last name.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Cell(CellKind.Text)]
    public string LastName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, HelpMessage = "The e-mail address.", Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Cell(CellKind.Text)]
    public string Email { get; set; } = string.Empty;

    /// <summary>The capital in EUR as decimal text; 0 for a stakeholder who only represents legal entities.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The capital in EUR as decimal text.", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Cell(CellKind.Text)]
    public string CapitalAmount { get; set; } = string.Empty;

    /// <summary>Marks the account owner; a registration has exactly one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Switch)]
    public SwitchParameter Owner { get; set; }

    /// <summary>Marks a physical shareholder; otherwise a legal representative.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Switch)]
    public SwitchParameter PhysicalShareholder { get; set; }

    /// <summary>International phone number, such as +33 123456789; required for the owner.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Text)]
    public string? PhoneNumber { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Text)]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string? Gender { get; set; }

    /// <summary>ISO country code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Text)]
    public string? Nationality { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? BirthDate { get; set; }

    /// <summary>postal_code, city, country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Table)]
    public Hashtable? BirthAddress { get; set; }

    /// <summary>line_1, postal_code, city, country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Table)]
    public Hashtable? ResidenceAddress { get; set; }

    /// <summary>The companies that the stakeholder represents: legal_name, legal_number, legal_country, capital_amount each.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Tables)]
    public Hashtable[]? LegalEntity { get; set; }

    protected override void BeginProcessing() => NullArguments.Reject(this, "Qonto");

    protected override void ProcessRecord()
    {
        try
        {
            WriteObject(Read());
        }
        catch (ArgumentException exception)
        {
            string person = $"{FirstName} {LastName}";
            ArgumentException named = new($"{person}: {exception.Message}", exception);
            WriteError(ErrorRecords.InvalidInput(named, "Qonto", person));
        }
    }

    private QontoStakeholder Read() => new()
    {
        FirstName = RowBinder.Single(nameof(FirstName), FirstName),
        LastName = RowBinder.Single(nameof(LastName), LastName),
        Email = RowBinder.Single(nameof(Email), Email),
        IsOwner = Owner,
        CapitalAmount = new QontoAmount(RowBinder.Single(nameof(CapitalAmount), CapitalAmount)!, "EUR"),
        ShareholdingType = PhysicalShareholder ? "physical" : null,
        PhoneNumber = RowBinder.Single(nameof(PhoneNumber), PhoneNumber),
        Gender = KnownGender(),
        Nationality = RowBinder.Single(nameof(Nationality), Nationality),
        BirthDate = RowBinder.Read(nameof(BirthDate), BirthDate, CellReader.Day)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        BirthAddress = Address(BirthAddress),
        ResidenceAddress = Address(ResidenceAddress),
        LegalEntities = LegalEntity is null ? null : new ValueList<QontoLegalEntity>(LegalEntity.Select(Entity)),
    };

    private string? KnownGender()
        => RowBinder.Single(nameof(Gender), Gender) is not { } gender ? null
            : Genders.FirstOrDefault(known => known.Equals(gender, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException($"Gender: '{CellReader.Shown(gender)}' is not one of {string.Join(", ", Genders)}.");

    private static QontoAddress? Address(Hashtable? table) => table is null ? null : new QontoAddress
    {
        Line1 = Text(table, "line_1"),
        Line2 = Text(table, "line_2"),
        PostalCode = Text(table, "postal_code"),
        City = Text(table, "city"),
        Country = Text(table, "country"),
    };

    private static QontoLegalEntity Entity(Hashtable table) => new()
    {
        LegalName = Text(table, "legal_name"),
        LegalNumber = Text(table, "legal_number"),
        LegalCountry = Text(table, "legal_country"),
        CapitalAmount = Text(table, "capital_amount"),
    };

    private static string? Text(Hashtable table, string name) => Convert.ToString(table[name], CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
}
