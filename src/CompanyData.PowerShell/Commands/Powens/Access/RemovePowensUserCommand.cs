using System.Management.Automation;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Commands.Powens;

/// <summary>Removes a user with all its data.</summary>
[Cmdlet(VerbsCommon.Remove, "PowensUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePowensUserCommand : PowensPipelineCommand
{
    /// <summary>The user's id, or me.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The user's id, or me.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Id]
    [Alias("IdUser", "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensUserCompleter))]
    public string UserId { get; set; } = string.Empty;

    protected override object? Target => UserId;

    protected override string Change => $"Remove the Powens user '{UserId}' with all its data";

    protected override Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
        => powens.Users.RemoveAsync(UserId, cancellationToken);
}
