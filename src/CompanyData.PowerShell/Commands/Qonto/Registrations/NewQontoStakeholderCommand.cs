using System.Collections;
using System.Globalization;
using System.Management.Automation;
using CompanyData.Json;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Makes a stakeholder for New-QontoRegistration. Nothing is sent.</summary>
[Cmdlet(VerbsCommon.New, "QontoStakeholder")]
[OutputType(typeof(QontoStakeholder))]
public sealed class NewQontoStakeholderCommand : PSCmdlet
{
    [Parameter(Mandatory = true, HelpMessage = "The first name.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string FirstName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, HelpMessage = "The last name.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string LastName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, HelpMessage = "The e-mail address.", Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Email { get; set; } = string.Empty;

    /// <summary>The capital in EUR as decimal text; 0 for one who only represents legal entities.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The capital in EUR as decimal text.", ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string CapitalAmount { get; set; } = string.Empty;

    /// <summary>The one who owns the account; a registration has exactly one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Owner { get; set; }

    /// <summary>A physical shareholder; without it, a legal representative.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter PhysicalShareholder { get; set; }

    /// <summary>International, such as +33 123456789; owners need it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? PhoneNumber { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("male", "female", "other")]
    public string? Gender { get; set; }

    /// <summary>ISO country code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Nationality { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public DateTime? BirthDate { get; set; }

    /// <summary>postal_code, city, country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Hashtable? BirthAddress { get; set; }

    /// <summary>line_1, postal_code, city, country.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Hashtable? ResidenceAddress { get; set; }

    /// <summary>The companies that the stakeholder represents: legal_name, legal_number, legal_country, capital_amount each.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Hashtable[]? LegalEntity { get; set; }

    protected override void ProcessRecord() => WriteObject(new QontoStakeholder
    {
        FirstName = FirstName,
        LastName = LastName,
        Email = Email,
        IsOwner = Owner,
        CapitalAmount = new QontoAmount(CapitalAmount, "EUR"),
        ShareholdingType = PhysicalShareholder ? "physical" : null,
        PhoneNumber = PhoneNumber,
        Gender = Gender,
        Nationality = Nationality,
        BirthDate = BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        BirthAddress = Address(BirthAddress),
        ResidenceAddress = Address(ResidenceAddress),
        LegalEntities = LegalEntity is null ? null : new ValueList<QontoLegalEntity>(LegalEntity.Select(Entity)),
    });

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
