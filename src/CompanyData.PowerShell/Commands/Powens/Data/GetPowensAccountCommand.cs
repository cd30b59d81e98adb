using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads bank accounts with their balances: all, those of a connection, or one.</summary>
[Cmdlet(VerbsCommon.Get, "PowensAccount")]
[OutputType(typeof(PowensAccount))]
public sealed class GetPowensAccountCommand : PowensUserDataCommand
{
    /// <summary>One account's id.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("IdAccount")]
    [Id]
    [ArgumentCompleter(typeof(PowensAccountCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Short for -AccountId. Does not bind from the pipeline, because piped objects have an Id of another kind.</summary>
    [Parameter]
    [Id]
    [ArgumentCompleter(typeof(PowensAccountCompleter))]
    public string? Id { get => AccountId; set => AccountId = value; }

    /// <summary>Only this connection's accounts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IdConnection")]
    [Id]
    [ArgumentCompleter(typeof(PowensConnectionCompleter))]
    public string? ConnectionId { get; set; }

    /// <summary>Includes disabled accounts.</summary>
    [Parameter]
    public SwitchParameter IncludeDisabled { get; set; }

    protected override object? Target => AccountId ?? ConnectionId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(AccountId), AccountId), (nameof(ConnectionId), ConnectionId), (nameof(UserId), UserId)];

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        if (AccountId is null)
        {
            await WriteAsync(
                powens,
                powens.Accounts.ListAsync(User, Given(ConnectionId), IncludeDisabled, cancellationToken),
                IncludeDisabled ? "accounts" : "enabled accounts",
                Given(ConnectionId),
                output,
                cancellationToken).ConfigureAwait(false);
            return;
        }

        await output.WriteAsync(await powens.Accounts.GetAsync(User, AccountId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
