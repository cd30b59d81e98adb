using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>Creates a registration: from parameters, a hashtable, an object, JSON text, or a file of JSON. It is checked before it is sent.</summary>
[Cmdlet(VerbsCommon.New, "QontoRegistration", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters")]
[OutputType(typeof(QontoRegistration))]
public sealed class NewQontoRegistrationCommand : QontoPipelineCommand
{
    private QontoRegistrationDraft? _draft;

    /// <summary>A registration as a draft, hashtable, object or JSON text.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A registration as a draft, hashtable, object or JSON text.", ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public object? InputObject { get; set; }

    /// <summary>A file of JSON.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A file of JSON.", ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The flow; the list is open.</summary>
    [Parameter(ParameterSetName = "Parameters")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string LegalFlow { get; set; } = "existing_company";

    [Parameter(ParameterSetName = "Parameters")]
    [ValidateSet("en", "fr", "it", "de", "es", "pt")]
    public string Locale { get; set; } = "fr";

    /// <summary>Who owns the flow on your side: first_name, last_name, email.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Who owns the flow on your side.", ParameterSetName = "Parameters")]
    [Parameter(ParameterSetName = "InputObject")]
    [Parameter(ParameterSetName = "Path")]
    [Cell(CellKind.Table)]
    [ValidateNotNullOrEmpty]
    public Hashtable? PartnerUser { get; set; }

    /// <summary>The company: legal_number, and legal_name, legal_form, address and the rest where known.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The company.", ParameterSetName = "Parameters")]
    [Parameter(ParameterSetName = "InputObject")]
    [Parameter(ParameterSetName = "Path")]
    [Cell(CellKind.Table)]
    [ValidateNotNullOrEmpty]
    public Hashtable? Organization { get; set; }

    /// <summary>The owner, as New-QontoStakeholder makes one; no other stakeholder is the owner then.</summary>
    [Parameter]
    [ValidateNotNull]
    [Stakeholder]
    public QontoStakeholder? Owner { get; set; }

    /// <summary>Shareholders and legal representatives, as New-QontoStakeholder makes them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Stakeholder]
    public QontoStakeholder[] Stakeholder { get; set; } = [];

    /// <summary>Where the user comes back to; embed applications only.</summary>
    [Parameter(ParameterSetName = "Parameters")]
    public Uri? PartnerRedirectUrl { get; set; }

    /// <summary>Has an authorization code made after the contract is signed: ClientId, Scopes, State, RedirectUri.</summary>
    [Parameter(ParameterSetName = "Parameters")]
    [ValidateNotNullOrEmpty]
    public Hashtable? OAuth { get; set; }

    /// <summary>Sends it as it is and lets the service judge.</summary>
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
            registration[names.Parent] = new JsonObject
            {
                [names.Enabled] = true,
                [names.ClientId] = JsonInput.ToNode(OAuth["ClientId"]),
                [names.Scopes] = OAuth["Scopes"] is IEnumerable and not string ? string.Join(" ", ((IEnumerable)OAuth["Scopes"]!).Cast<object>()) : JsonInput.ToNode(OAuth["Scopes"]),
                [names.State] = JsonInput.ToNode(OAuth["State"]),
                [names.RedirectUri] = JsonInput.ToNode(OAuth["RedirectUri"]),
            };
        }

        return registration;
    }
}
