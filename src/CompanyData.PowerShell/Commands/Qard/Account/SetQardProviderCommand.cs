using System.Collections;
using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Changes a provider's settings.</summary>
[Cmdlet(VerbsCommon.Set, "QardProvider", SupportsShouldProcess = true)]
[OutputType(typeof(QardProvider))]
public sealed class SetQardProviderCommand : QardProviderChangeCommand
{
    private IReadOnlyDictionary<string, object?> _settings = Tables.Read(null);

    /// <summary>Settings by name, such as <c>@{ auto_connect = $true }</c>; Get-QardProvider lists the names that a provider has.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderSetupCompleter))]
    public Hashtable? Setting { get; set; }

    /// <summary>Whether users are connected automatically.</summary>
    [Parameter]
    [Cell(CellKind.Flag)]
    public bool AutoConnect { get; set; }

    protected override string Change => $"Change the settings of the Qard provider '{Name}': {string.Join(", ", _settings.Select(s => $"{s.Key}={s.Value}"))}";

    protected override void Prepare()
    {
        Dictionary<string, object?> settings = Tables.Read(Setting);
        if (MyInvocation.BoundParameters.ContainsKey(nameof(AutoConnect)))
        {
            settings["auto_connect"] = AutoConnect;
        }

        _settings = settings.Count > 0 ? settings : throw new ArgumentException("Nothing to change: give -Setting or -AutoConnect.");
        if (QardProviderSetup.Find(Name) is { } setup)
        {
            setup.CheckSettings(_settings);
            WarnAboutUnknown("setting", setup.Settings, _settings.Keys);
        }
    }

    protected override Task ChangeAsync(QardAccount account, CancellationToken cancellationToken)
        => account.SetProviderSettingsAsync(Name, _settings, cancellationToken);
}
