using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Reads who holds a user's accounts, and in what role; Powens enables it for a domain.</summary>
[Cmdlet(VerbsCommon.Get, "PowensAccountOwner")]
[OutputType(typeof(PowensAccountOwner))]
public sealed class GetPowensAccountOwnerCommand : PowensUserDataCommand
{
    /// <summary>Only the owners of this account.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("IdAccount")]
    [Id]
    [ArgumentCompleter(typeof(PowensAccountCompleter))]
    public string? AccountId { get; set; }

    protected override object? Target => AccountId ?? UserId;

    protected override IReadOnlyList<(string Name, string? Value)> Ids => [(nameof(AccountId), AccountId), (nameof(UserId), UserId)];

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => output.WriteAllAsync(powens.Accounts.ListOwnersAsync(User, cancellationToken), owner => AccountId is null || owner.IdAccount == AccountId);
}
