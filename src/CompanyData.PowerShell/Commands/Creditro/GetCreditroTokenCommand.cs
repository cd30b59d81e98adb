using System.Management.Automation;
using CompanyData.Creditro;
using CompanyData.Pipeline;

namespace CompanyData.Commands.Creditro;

/// <summary>Tells what the session's token says of itself: customer and expiry, never the token. Nothing is sent.</summary>
[Cmdlet(VerbsCommon.Get, "CreditroToken")]
[OutputType(typeof(CreditroToken))]
public sealed class GetCreditroTokenCommand : CreditroCommand
{
    protected override async Task RunAsync(CreditroClient client, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(client.Token).ConfigureAwait(false);
}
