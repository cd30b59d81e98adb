using System.Management.Automation;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sessions;

/// <summary>Closes a Qonto session.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Qonto")]
public sealed class DisconnectQontoCommand : DisconnectCommand<QontoSession>
{
    private protected override ServiceEntry Service => ServiceEntry.Qonto;
}
