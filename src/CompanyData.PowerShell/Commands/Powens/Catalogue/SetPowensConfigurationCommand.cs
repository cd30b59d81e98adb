using System.Management.Automation;
using System.Text.Json.Nodes;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Changes a parameter of the domain's configuration; requires the config token.</summary>
[Cmdlet(VerbsCommon.Set, "PowensConfiguration", SupportsShouldProcess = true)]
[OutputType(typeof(PowensSetting))]
public sealed class SetPowensConfigurationCommand : PowensPipelineCommand
{
    private JsonNode? _value;

    [Parameter(Mandatory = true, HelpMessage = "The name of the setting, such as autosync.frequency.", Position = 0, ValueFromPipelineByPropertyName = true)]
    [Cell(CellKind.Text)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>Text, a number, true, false, a list or a table; its JSON type is kept.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Text, a number, true/false, a list or a table.", Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public object? Value { get; set; }

    /// <summary>Emits the parameter after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override object? Target => Name;

    protected override string Change => $"Set the Powens parameter '{Name}' to '{(_value is JsonValue ? _value.ToString() : _value?.ToJsonString())}'";

    protected override void Prepare() => _value = CellReader.Unwrap(Value) is DateTime
        ? throw new ArgumentException("A parameter cannot be a date; give it as text in the format that Powens documents.")
        : JsonInput.ToNode(Value);

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        await powens.Catalogue.SetConfigurationAsync(Name, _value?.DeepClone(), cancellationToken).ConfigureAwait(false);
        if (PassThru)
        {
            IReadOnlyDictionary<string, object?> settings = await powens.Catalogue.GetConfigurationAsync(cancellationToken).ConfigureAwait(false);
            await output.WriteAsync(settings.TryGetValue(Name, out object? value) ? new PowensSetting(Name, value) : null).ConfigureAwait(false);
        }
    }
}
