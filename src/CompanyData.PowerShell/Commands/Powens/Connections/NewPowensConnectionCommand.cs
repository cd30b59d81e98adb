using System.Collections;
using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Connects a user to a bank or provider. Powens contacts the bank, which can take minutes.</summary>
[Cmdlet(VerbsCommon.New, "PowensConnection", SupportsShouldProcess = true)]
[OutputType(typeof(PowensConnection))]
public sealed class NewPowensConnectionCommand : PowensUserDataCommand
{
    private IReadOnlyDictionary<string, object?> _fields = Tables.Read(null);

    /// <summary>The connector's uuid, or its numeric id.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The connector's uuid.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Connector", "Uuid")]
    [Id]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConnectorCompleter))]
    public string ConnectorUuid { get; set; } = string.Empty;

    /// <summary>The user's input by field name; passwords as SecureString. Get-PowensConnector -Expand fields lists the names.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNull]
    public Hashtable? Field { get; set; }

    /// <summary>Answers before the bank has; Wait-PowensConnection waits for it.</summary>
    [Parameter]
    public SwitchParameter Background { get; set; }

    protected override object? Target => ConnectorUuid;

    protected override string Change => $"Connect the Powens user '{User}' to the connector '{ConnectorUuid}'";

    protected override void Prepare() => _fields = Tables.ReadSecrets(Field);

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(await powens.Connections.CreateAsync(User, ConnectorUuid, _fields, Background, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
}
