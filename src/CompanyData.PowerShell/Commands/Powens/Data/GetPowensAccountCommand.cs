using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads bank accounts with their balances: all, a connection's, or one.</summary>
[Cmdlet(VerbsCommon.Get, "PowensAccount")]
[OutputType(typeof(PowensAccount))]
public sealed class GetPowensAccountCommand : PowensUserDataCommand
{
    /// <summary>One account's id.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("IdAccount")]
    [ArgumentCompleter(typeof(PowensAccountCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Only this connection's accounts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdConnection")]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? ConnectionId { get; set; }

    /// <summary>Disabled accounts too.</summary>
    [Parameter]
    public SwitchParameter IncludeDisabled { get; set; }

    protected override object? Target => AccountId ?? ConnectionId ?? UserId;

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        if (AccountId is null)
        {
            await output.WriteAllAsync(powens.Accounts.ListAsync(User, ConnectionId, IncludeDisabled, cancellationToken)).ConfigureAwait(false);
            return;
        }

        await output.WriteAsync(await powens.Accounts.GetAsync(User, AccountId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
