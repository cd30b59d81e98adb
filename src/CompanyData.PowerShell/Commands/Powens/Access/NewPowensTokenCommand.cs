using System.Management.Automation;
using System.Security;
using CompanyData.Completion;
using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Commands.Powens;

/// <summary>Makes a token: another one for a user, one for a temporary code, or a temporary code itself.</summary>
[Cmdlet(VerbsCommon.New, "PowensToken", SupportsShouldProcess = true, DefaultParameterSetName = "User")]
[OutputType(typeof(PowensUserToken))]
public sealed class NewPowensTokenCommand : PowensPipelineCommand
{
    /// <summary>The user whose token it is to be.</summary>
    [Parameter(Mandatory = true, HelpMessage = "The user whose token it is to be.", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "User")]
    [Id]
    [Alias("IdUser", "Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PowensUserCompleter))]
    public string? UserId { get; set; }

    /// <summary>Ends the user's earlier tokens.</summary>
    [Parameter(ParameterSetName = "User")]
    public SwitchParameter RevokePrevious { get; set; }

    /// <summary>A temporary code to exchange; it works once.</summary>
    [Parameter(Mandatory = true, HelpMessage = "A temporary code to exchange.", ParameterSetName = "Code")]
    [ValidateNotNull]
    [SecretInput]
    public SecureString? Code { get; set; }

    /// <summary>The redirect address that the code was given for.</summary>
    [Parameter(ParameterSetName = "Code")]
    public Uri? RedirectUri { get; set; }

    /// <summary>Asks for a temporary code with the session's user token.</summary>
    [Parameter(Mandatory = true, HelpMessage = "Asks for a temporary code with the session's user token.", ParameterSetName = "Temporary")]
    public SwitchParameter Temporary { get; set; }

    protected override object? Target => UserId;

    protected override string Change => ParameterSetName switch
    {
        "Code" => "Exchange the temporary code for a token",
        "Temporary" => "Ask Powens for a temporary code",
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
