using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Commands.Powens;

/// <summary>Lists the users (requires the users token), or reads one (requires that user's token).</summary>
[Cmdlet(VerbsCommon.Get, "PowensUser")]
[OutputType(typeof(PowensUser))]
public sealed class GetPowensUserCommand : PowensPipelineCommand
{
    /// <summary>One user's id, or me.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Id]
    [Alias("IdUser", "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensUserCompleter))]
    public string? UserId { get; set; }

    protected override object? Target => UserId;

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        if (UserId is null)
        {
            await output.WriteAllAsync(powens.Users.ListAsync(cancellationToken)).ConfigureAwait(false);
            return;
        }

        await output.WriteAsync(await powens.Users.GetAsync(UserId, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
