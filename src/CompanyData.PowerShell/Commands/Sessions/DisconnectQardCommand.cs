using System.Management.Automation;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sessions;

/// <summary>Closes a Qard session.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Qard")]
public sealed class DisconnectQardCommand : DisconnectCommand<QardSession>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;
}
