using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Lists the secrets that sign webhook calls; it takes the config token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensWebhookSecret")]
[OutputType(typeof(PowensWebhookKey))]
public sealed class GetPowensWebhookSecretCommand : PowensCommand
{
    /// <summary>A name; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "*";

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        IReadOnlyList<PowensWebhookSecret> all = await powens.Webhooks.ListSecretsAsync(cancellationToken).ConfigureAwait(false);
        NameFilter named = new(Name);
        await output.WriteAllAsync(all.Where(secret => named.Matches(secret.Name)).Select(secret => new PowensWebhookKey(secret))).ConfigureAwait(false);
        EnsureFound(named, "webhook secret");
    }
}
