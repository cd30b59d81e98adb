using System.Globalization;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Changes the editable fields of a transaction.</summary>
[Cmdlet(VerbsCommon.Set, "PowensTransaction", SupportsShouldProcess = true, DefaultParameterSetName = "TransactionId")]
[OutputType(typeof(PowensTransaction))]
public sealed class SetPowensTransactionCommand : PowensUserDataCommand
{
    private JsonObject _change = [];

    /// <summary>The transaction's id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The transaction's id.", Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "TransactionId")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensTransactionCompleter))]
    public string TransactionId { get; set; } = string.Empty;

    /// <summary>Short for -TransactionId. Does not bind from the pipeline, because piped objects have an Id of another kind.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The transaction's id.", ParameterSetName = "Id")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensTransactionCompleter))]
    public string Id { get => TransactionId; set => TransactionId = value; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Wording { get; set; }

    [Parameter]
    [Cell(CellKind.Day)]
    public DateTime? ApplicationDate { get; set; }

    /// <summary>The categories' codes.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? Category { get; set; }

    [Parameter]
    [AllowEmptyString]
    public string? Comment { get; set; }

    [Parameter]
    [Cell(CellKind.Flag)]
    public bool? Active { get; set; }

    /// <summary>Emits the transaction after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override object? Target => TransactionId;

    protected override string Change => $"Change the Powens transaction '{TransactionId}': {Changes.Describe(_change)}";

    protected override void Prepare() => _change = Changes.From(
        ("wording", Wording),
        ("application_date", ApplicationDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("categories", Category is null ? null : new JsonArray([.. Category.Select(code => JsonValue.Create(code))])),
        ("comment", Comment),
        ("active", Active));

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        PowensTransaction transaction = await powens.Transactions.ChangeAsync(User, TransactionId, _change, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(PassThru ? transaction : null).ConfigureAwait(false);
    }
}
