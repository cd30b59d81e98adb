using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Creates a registration from parameters, a hashtable, an object, JSON text or a JSON file. The rules are checked before it is sent.</summary>
[Cmdlet(VerbsCommon.New, "QontoRegistration", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters")]
[OutputType(typeof(QontoRegistration))]
public sealed class NewQontoRegistrationCommand : QontoPipelineCommand
{
    private QontoRegistrationDraft? _draft;

    /// <summary>A registration as a draft, hashtable, object or JSON text.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A registration as a draft, hashtable, object or JSON text.", Position = 0, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public object? InputObject { get; set; }

    /// <summary>A JSON file.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A JSON file.", ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The legal flow; undocumented values are accepted.</summary>
    [Parameter(ParameterSetName = "Parameters")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string LegalFlow { get; set; } = "existing_company";

    [Parameter(ParameterSetName = "Parameters")]
    [ValidateSet("en", "fr", "it", "de", "es", "pt")]
    public string Locale { get; set; } = "fr";

    /// <summary>The contact on your side: first_name, last_name, email.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The contact on your side: first_name, last_name, email.", ParameterSetName = "Parameters")]
    [Parameter(ParameterSetName = "InputObject")]
    [Parameter(ParameterSetName = "Path")]
    [Cell(CellKind.Table)]
    [ValidateNotNullOrEmpty]
    public Hashtable? PartnerUser { get; set; }

    /// <summary>The company: legal_number, and if known legal_name, legal_form, address and other fields.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The company.", ParameterSetName = "Parameters")]
    [Parameter(ParameterSetName = "InputObject")]
    [Parameter(ParameterSetName = "Path")]
    [Cell(CellKind.Table)]
    [ValidateNotNullOrEmpty]
    public Hashtable? Organization { get; set; }

    /// <summary>The owner, created by New-QontoStakeholder; no other stakeholder is then the owner.</summary>
    [Parameter]
    [ValidateNotNull]
    [Stakeholder]
    public QontoStakeholder? Owner { get; set; }

    /// <summary>Shareholders and legal representatives, created by New-QontoStakeholder.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Stakeholder]
    public QontoStakeholder[] Stakeholder { get; set; } = [];

    /// <summary>Address to which the user returns; for embedded applications only.</summary>
    [Parameter(ParameterSetName = "Parameters")]
    public Uri? PartnerRedirectUrl { get; set; }

    /// <summary>Requests an authorization code after the contract is signed: ClientId, Scopes, State, RedirectUri.</summary>
    [Parameter(ParameterSetName = "Parameters")]
    [ValidateNotNullOrEmpty]
    public Hashtable? OAuth { get; set; }

    /// <summary>Sends the registration without checking the rules.</summary>
    [Parameter]
    public SwitchParameter SkipValidation { get; set; }

    protected override object? Target => _draft?.LegalNumber ?? _draft?.LegalName ?? (object?)Path;

    protected override string Change => $"Create a Qonto registration ({_draft?.LegalFlow}) for {_draft}";

    protected override void Prepare()
    {
        QontoRules rules = new(DateTime.Today, Session!.Client.OAuthNames);
        JsonObject registration = ParameterSetName switch
        {
            "InputObject" => RegistrationInput.Read(InputObject!),
            "Path" => RegistrationInput.ReadFile(this, Path!),
            _ => FromParameters(Session.Client.OAuthNames),
        };
        new RegistrationParts(PartnerUser, Organization, Owner, Stakeholder).ApplyTo(registration);
        _draft = new(registration, rules);
        if (!SkipValidation && _draft.Findings.Count > 0)
        {
            throw new QontoValidationException(_draft);
        }
    }

    protected override async Task RunAsync(QontoClient client, CommandOutput output, CancellationToken cancellationToken)
    {
        if (UnknownLegalFlow.Describe(_draft!.LegalFlow) is { } warning)
        {
            await output.WarnAsync(warning).ConfigureAwait(false);
        }

        if (await client.Registrations.FindSameAsync(_draft, cancellationToken).ConfigureAwait(false) is { } same)
        {
            await output.WarnAsync($"The company {_draft} already has the registration {same}; this creates another one.").ConfigureAwait(false);
        }

        await output.WriteAsync(await client.Registrations.CreateAsync(_draft, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private JsonObject FromParameters(QontoOAuthNames names)
    {
        JsonObject registration = new()
        {
            ["legal_flow"] = LegalFlow,
            ["locale"] = Locale,
        };
        if (PartnerRedirectUrl is not null)
        {
            registration["partner_redirect_url"] = PartnerRedirectUrl.OriginalString;
        }

        if (OAuth is not null)
        {
            TableFields oauth = new(nameof(OAuth), OAuth, "ClientId", "Scopes", "State", "RedirectUri");
            registration[names.Parent] = new JsonObject
            {
                [names.Enabled] = true,
                [names.ClientId] = JsonInput.ToNode(oauth["ClientId"]),
                [names.Scopes] = oauth["Scopes"] is IEnumerable and not string ? string.Join(" ", ((IEnumerable)oauth["Scopes"]!).Cast<object>()) : JsonInput.ToNode(oauth["Scopes"]),
                [names.State] = JsonInput.ToNode(oauth["State"]),
                [names.RedirectUri] = JsonInput.ToNode(oauth["RedirectUri"]),
            };
        }

        return registration;
    }
}
