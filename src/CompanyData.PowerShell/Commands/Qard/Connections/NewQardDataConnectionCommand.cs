using System.Management.Automation;
using CompanyData.Collection;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Connects a user to a provider.</summary>
[Cmdlet(VerbsCommon.New, "QardDataConnection", SupportsShouldProcess = true)]
[OutputType(typeof(QardDataConnection))]
public sealed class NewQardDataConnectionCommand : QardUserCommand
{
    /// <summary>The provider; must be enabled.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderNameCompleter))]
    public string ProviderName { get; set; } = CollectionOptions.DefaultProvider;

    /// <summary>The data types that the connection may collect.</summary>
    [Parameter(Position = 2)]
    [ValidateNotNullOrEmpty]
    [DataTypes]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string[] DataType { get; set; } = [.. QardDataType.Default];

    /// <summary>Sends skip_permissions. Source: qard.md [seed]; its effect is undocumented.</summary>
    [Parameter]
    public SwitchParameter SkipPermissions { get; set; }

    protected override string Change => $"Connect the Qard user '{UserId}' to '{ProviderName}' for {string.Join(", ", DataType)}";

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
    {
        string[] types = DataTypeNames.Normalize(DataType);
        await DataTypeNames.WarnAboutUnknownAsync(types, output).ConfigureAwait(false);
        QardNewDataConnection connection = new()
        {
            ProviderName = ProviderName,
            RequestedDataTypes = types,
            SkipPermissions = SkipPermissions ? true : null,
        };
        await output.WriteAsync(await qard.Connections.CreateAsync(UserId, connection, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
