using System.Collections;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Has Powens call an address when something happens to a permanent user; it takes the config token.</summary>
[Cmdlet(VerbsCommon.New, "PowensWebhook", SupportsShouldProcess = true)]
[OutputType(typeof(PowensWebhook))]
public sealed class NewPowensWebhookCommand : PowensPipelineCommand
{
    private JsonNode? _parameters;

    /// <summary>The address, https.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The address, https.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Uri)]
    [ValidateNotNull]
    public Uri? Url { get; set; }

    /// <summary>Such as CONNECTION_SYNCED; the list is open.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Such as CONNECTION_SYNCED.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Text)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WordCompleter))]
    public string EventType { get; set; } = string.Empty;

    /// <summary>What signs the calls: the AuthId of New-PowensWebhookSecret.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdAuth")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensWebhookSecretCompleter))]
    public string? AuthId { get; set; }

    /// <summary>Only this user's events.</summary>
    [Parameter]
    [Alias("IdUser")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensUserCompleter))]
    public string? UserId { get; set; }

    /// <summary>The webhook's parameters, as Powens documents them: type, key and value.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Hashtable? Parameter { get; set; }

    protected override object? Target => Url;

    protected override string Change => $"Have Powens call {Url} for {EventType}";

    protected override void Prepare()
    {
        PowensWebhookCommand.EnsureCallable(Url);
        _parameters = Parameter is null ? null : JsonInput.ToNode(Parameter);
    }

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        JsonObject fields = new() { ["event"] = EventType, ["id_auth"] = AuthId, ["id_user"] = UserId, ["params"] = _parameters?.DeepClone() };
        await output.WriteAsync(await powens.Webhooks.CreateAsync(Url!, fields, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
