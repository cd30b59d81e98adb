using System.Management.Automation;
using System.Text.Json.Nodes;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Changes name, visibility and usage of an account.</summary>
[Cmdlet(VerbsCommon.Set, "PowensAccount", SupportsShouldProcess = true, DefaultParameterSetName = "AccountId")]
[OutputType(typeof(PowensAccount))]
public sealed class SetPowensAccountCommand : PowensUserDataCommand
{
    private JsonObject _change = [];

    /// <summary>The account's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The account's id.", Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "AccountId")]
    [Alias("IdAccount")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensAccountCompleter))]
    public string AccountId { get; set; } = string.Empty;

    /// <summary>Short for -AccountId. Does not bind from the pipeline, because piped objects have an Id of another kind.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The account's id.", ParameterSetName = "Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensAccountCompleter))]
    public string Id { get => AccountId; set => AccountId = value; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    [Parameter]
    [Cell(CellKind.Flag)]
    public bool? Display { get; set; }

    [Parameter]
    [Cell(CellKind.Flag)]
    public bool? Disabled { get; set; }

    [Parameter]
    [Cell(CellKind.Flag)]
    public bool? Bookmarked { get; set; }

    /// <summary>Usage of the account, such as PRIV, ORGA or ASSO.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WordCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Usage { get; set; }

    /// <summary>Emits the account after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override object? Target => AccountId;

    protected override string Change => $"Change the Powens account '{AccountId}': {Changes.Describe(_change)}";

    protected override void Prepare() => _change = Changes.From(
        ("name", Name), ("display", Display), ("disabled", Disabled), ("bookmarked", Bookmarked), ("usage", Usage));

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        PowensAccount account = await powens.Accounts.ChangeAsync(User, AccountId, _change, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(PassThru ? account : null).ConfigureAwait(false);
    }
}
