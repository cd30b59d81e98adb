using System.Management.Automation;
using CompanyData.Sessions;

namespace CompanyData.Commands.Sessions;

/// <summary>Closes a Creditro session.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Creditro")]
public sealed class DisconnectCreditroCommand : DisconnectCommand<CreditroSession>
{
    private protected override ServiceEntry Service => ServiceEntry.Creditro;
}
