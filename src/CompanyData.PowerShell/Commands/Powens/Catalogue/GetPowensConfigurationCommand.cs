using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Lists the configurable parameters of the API; requires the config token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensConfiguration")]
[OutputType(typeof(PowensSetting))]
public sealed class GetPowensConfigurationCommand : PowensCommand
{
    /// <summary>A parameter's name; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "*";

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, object?> settings = await powens.Catalogue.GetConfigurationAsync(cancellationToken).ConfigureAwait(false);
        NameFilter named = new(Name);
        await output.WriteAllAsync(settings
            .Where(setting => named.Matches(setting.Key))
            .OrderBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase)
            .Select(setting => new PowensSetting(setting.Key, setting.Value))).ConfigureAwait(false);
        EnsureFound(named, "parameter");
    }
}
