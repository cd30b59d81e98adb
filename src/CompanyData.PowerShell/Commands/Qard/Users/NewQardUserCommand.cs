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
    /// <summary>The country, ISO 3166 alpha-2; FR where it is left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Legal")]
    public string? Country { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Legal")]
    [Alias("postal_code")]
    public string? PostalCode { get; set; }

    /// <summary>The activity's code.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Legal")]
    [Alias("ape_code")]
    public string? ApeCode { get; set; }

    /// <summary>Where the end user comes back to after having consented.</summary>
    [Parameter(ParameterSetName = "Legal")]
    public Uri? ReturnUrl { get; set; }

    [Parameter(Mandatory = true, HelpMessage = "The first name of the person.", ValueFromPipelineByPropertyName = true, ParameterSetName = "Natural")]
    [Alias("first_name")]
    [ValidateNotNullOrEmpty]
    public string? FirstName { get; set; }

    [Parameter(Mandatory = true, HelpMessage = "The last name of the person.", ValueFromPipelineByPropertyName = true, ParameterSetName = "Natural")]
    [Alias("last_name")]
    [ValidateNotNullOrEmpty]
    public string? LastName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Natural")]
    [Alias("birth_date")]
    public DateTime? BirthDate { get; set; }

    /// <summary>The group that the user belongs to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserIdCompleter))]
    public string? Group { get; set; }

    protected override bool NeedsName => !IsNatural;

    /// <summary>Source: POST /users/legal [seed]: a siren goes with the country FR, which is the default.</summary>
    protected override bool NeedsSiren => !IsNatural && (string.IsNullOrEmpty(Country) || string.Equals(Country, "FR", StringComparison.OrdinalIgnoreCase));

    protected override object? Target => IsNatural ? $"{FirstName} {LastName}" : base.Target;

    protected override string Change => IsNatural
        ? $"Create the Qard user '{FirstName} {LastName}' (a person)"
        : $"Create the Qard user '{Name}' ({Siren ?? "without siren"})";

    private bool IsNatural => ParameterSetName == "Natural";

    protected override void Validate()
    {
        if (!IsNatural)
        {
            ToLegalUser().Validate();
        }
    }

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        if (IsNatural)
        {
            QardNewNaturalUser person = new() { FirstName = FirstName!, LastName = LastName!, BirthDate = BirthDate, Group = Group };
            await output.WriteAsync(await qard.Users.CreateAsync(person, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        IReadOnlyList<QardUser> known = Siren is null ? [] : await qard.Users.ListBySirenAsync(Siren, cancellationToken).ReadAllAsync().ConfigureAwait(false);
        if (known.Count > 0)
        {
            await output.WarnAsync($"The siren {Siren} has {known.Count} user(s) already ({string.Join(", ", known.Select(user => user.Id))}); this makes one more.").ConfigureAwait(false);
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
        ReturnUrl = ReturnUrl?.ToString(),
    };
}
