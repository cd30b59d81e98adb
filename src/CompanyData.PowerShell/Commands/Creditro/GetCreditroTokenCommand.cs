using System.Management.Automation;
using CompanyData.Creditro;
using CompanyData.Pipeline;

namespace CompanyData.Commands.Creditro;

/// <summary>Shows the customer and expiry in the session's token, never the token itself. Sends nothing.</summary>
[Cmdlet(VerbsCommon.Get, "CreditroToken")]
[OutputType(typeof(CreditroToken))]
public sealed class GetCreditroTokenCommand : CreditroCommand
{
    protected override async Task RunAsync(CreditroClient client, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(client.Token).ConfigureAwait(false);
}
