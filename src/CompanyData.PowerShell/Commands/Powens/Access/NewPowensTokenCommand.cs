using System.Management.Automation;
using System.Security;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Commands.Powens;

/// <summary>Creates a token: another token of a user, a token for a temporary code, or a temporary code.</summary>
[Cmdlet(VerbsCommon.New, "PowensToken", SupportsShouldProcess = true, DefaultParameterSetName = "User")]
[OutputType(typeof(PowensUserToken))]
public sealed class NewPowensTokenCommand : PowensPipelineCommand
{
    /// <summary>The user of the token.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The user of the token.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "User")]
    [Id]
    [Alias("IdUser", "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensUserCompleter))]
    public string? UserId { get; set; }

    /// <summary>Revokes the user's earlier tokens.</summary>
    [Parameter(ParameterSetName = "User")]
    public SwitchParameter RevokePrevious { get; set; }

    /// <summary>A temporary code to exchange; can be used once.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A temporary code to exchange.", ParameterSetName = "Code")]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? Code { get; set; }

    /// <summary>The redirect address for which the code was issued.</summary>
    [Parameter(ParameterSetName = "Code")]
    public Uri? RedirectUri { get; set; }

    /// <summary>Requests a temporary code with the session's user token.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Requests a temporary code with the session's user token.", ParameterSetName = "Temporary")]
    public SwitchParameter Temporary { get; set; }

    protected override object? Target => UserId;

    protected override string Change => ParameterSetName switch
    {
        "Code" => "Exchange the temporary code for a token",
        "Temporary" => "Request a temporary code from Powens",
        _ => $"Create a token for the Powens user '{UserId}'" + (RevokePrevious ? " and revoke the earlier ones" : string.Empty),
    };

    protected override async Task RunAsync(PowensClient powens, CommandOutput output, CancellationToken cancellationToken)
    {
        PowensToken token = await (ParameterSetName switch
        {
            "Code" => powens.Access.ExchangeAsync(Code!.ToSecret(), RedirectUri, cancellationToken),
            "Temporary" => powens.Access.CreateCodeAsync(cancellationToken),
            _ => powens.Access.RenewAsync(UserId!, RevokePrevious, cancellationToken),
        }).ConfigureAwait(false);
        await output.WriteAsync(new PowensUserToken(token)).ConfigureAwait(false);
    }
}
