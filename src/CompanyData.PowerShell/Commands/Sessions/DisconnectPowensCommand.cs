using System.Management.Automation;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sessions;

/// <summary>Closes a Powens session.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Powens")]
public sealed class DisconnectPowensCommand : DisconnectCommand<PowensSession>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;
}
