using System.Management.Automation;
using CompanyData.Pipeline;
using CompanyData.Qard;

namespace CompanyData.Commands.Qard;

/// <summary>Reads the account of the key, which also checks the key.</summary>
[Cmdlet(VerbsCommon.Get, "QardProfile")]
[OutputType(typeof(QardProfile))]
public sealed class GetQardProfileCommand : QardCommand
{
    /// <summary>Reads the client of the account in place of its profile: its name and e-mail address.</summary>
    [Parameter]
    public SwitchParameter Client { get; set; }

    protected override async Task RunAsync(QardClient qard, CommandOutput output, CancellationToken cancellationToken)
        => await output.WriteAsync(await (Client
            ? qard.Account.GetClientAsync(cancellationToken)
            : qard.Account.GetProfileAsync(cancellationToken)).ConfigureAwait(false)).ConfigureAwait(false);
}
