using System.Globalization;
using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Transport;

namespace CompanyData.Commands.Qard;

/// <summary>Creates a user: a company, or with -FirstName and -LastName a person.</summary>
[Cmdlet(VerbsCommon.New, "QardUser", SupportsShouldProcess = true, DefaultParameterSetName = "Legal")]
[OutputType(typeof(QardUser))]
public sealed class NewQardUserCommand : QardCompanyRowCommand
{
    /// <summary>Years; the same as for a stakeholder of a registration.</summary>
    private const int MaxAge = 150;

    private DateTime? _birthDate;
    private Uri? _returnUrl;

    /// <summary>The country, ISO 3166 alpha-2; by default FR.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Legal")]
    [Cell(CellKind.Column)]
    public string? Country { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Legal")]
    [Alias("postal_code")]
    [Cell(CellKind.Column)]
    public string? PostalCode { get; set; }

    /// <summary>The activity's code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Legal")]
    [Alias("ape_code")]
    [Cell(CellKind.Column)]
    public string? ApeCode { get; set; }

    /// <summary>Address to which the end user returns after consenting.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Legal")]
    [Alias("return_url")]
    public object? ReturnUrl { get; set; }

    [Parameter(Mandatory = true, HelpMessage = "The first name of the person.", ValueFromPipelineByPropertyName = true, ParameterSetName = "Natural")]
    [Alias("first_name")]
    [AllowNull]
    [Cell(CellKind.Column)]
    public string? FirstName { get; set; }

    [Parameter(Mandatory = true, HelpMessage = "The last name of the person.", ValueFromPipelineByPropertyName = true, ParameterSetName = "Natural")]
    [Alias("last_name")]
    [AllowNull]
    [Cell(CellKind.Column)]
    public string? LastName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Natural")]
    [Alias("birth_date")]
    public object? BirthDate { get; set; }

    /// <summary>The group that the user belongs to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    [Cell(CellKind.Column)]
    public string? Group { get; set; }

    protected override string? Subject => IsNatural ? Person : base.Subject;

    protected override bool NeedsName => !IsNatural;

    /// <summary>Source: POST /users/legal [seed]: a siren requires the country FR, which is the default.</summary>
    protected override bool NeedsSiren => !IsNatural && (string.IsNullOrEmpty(Country) || string.Equals(Country, "FR", StringComparison.OrdinalIgnoreCase));

    protected override object? Target => IsNatural ? Person : base.Target;

    protected override string Change => IsNatural
        ? $"Create the Qard user '{Person}' (a person)"
        : $"Create the Qard user '{Name}' ({Siren ?? "without siren"})";

    /// <summary>Detects a person from the columns of a table, which does not select a parameter set.</summary>
    private bool IsNatural => ParameterSetName == "Natural" || FirstName is not null || LastName is not null;

    private string Person => $"{RowBinder.ReadableOrNull(FirstName)} {RowBinder.ReadableOrNull(LastName)}".Trim();

    protected override void Validate()
    {
        FirstName = RowBinder.Single(nameof(FirstName), FirstName);
        LastName = RowBinder.Single(nameof(LastName), LastName);
        Country = RowBinder.Single(nameof(Country), Country);
        PostalCode = RowBinder.Single(nameof(PostalCode), PostalCode);
        ApeCode = RowBinder.Single(nameof(ApeCode), ApeCode);
        Group = RowBinder.Single(nameof(Group), Group);
        _birthDate = RowBinder.Read(nameof(BirthDate), BirthDate, CellReader.Day);
        if (_birthDate is { } born && (born > DateTime.Today || born < DateTime.Today.AddYears(-MaxAge)))
        {
            throw new ArgumentException($"BirthDate: {born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is not the birth date of a living person. Is a digit mistyped?");
        }

        _returnUrl = RowBinder.Read(nameof(ReturnUrl), ReturnUrl, CellReader.Address);
        if (!IsNatural)
        {
            ToLegalUser().Validate();
        }
        else if (FirstName is null || LastName is null)
        {
            throw new ArgumentException("A person needs a first and a last name. Give -FirstName and -LastName, or columns of these names.");
        }
    }

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        if (IsNatural)
        {
            QardNewNaturalUser person = new() { FirstName = FirstName!, LastName = LastName!, BirthDate = _birthDate, Group = Group };
            await output.WriteAsync(await qard.Users.CreateAsync(person, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        if (SirenWarning is { } warning)
        {
            await output.WarnAsync(warning).ConfigureAwait(false);
        }

        IReadOnlyList<QardUser> known = Siren is null ? [] : await qard.Users.ListBySirenAsync(Siren, cancellationToken).ReadAllAsync().ConfigureAwait(false);
        if (known.Count > 0)
        {
            string existing = known.Count == 1 ? $"has the user {known[0].Id}" : $"has {known.Count} users ({string.Join(", ", known.Select(user => user.Id))})";
            await output.WarnAsync($"The siren {Siren} already {existing}; this creates another one.").ConfigureAwait(false);
        }

        await output.WriteAsync(await qard.Users.CreateAsync(ToLegalUser(), known, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private QardNewLegalUser ToLegalUser() => new()
    {
        Name = Name!,
        Siren = Siren,
        Country = Country,
        PostalCode = PostalCode,
        ApeCode = ApeCode,
        Group = Group,
        ReturnUrl = _returnUrl?.OriginalString,
    };
}
