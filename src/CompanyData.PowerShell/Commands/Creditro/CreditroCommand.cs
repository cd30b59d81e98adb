using CompanyData.Creditro;
using CompanyData.Pipeline;
using CompanyData.Sessions;

namespace CompanyData.Commands.Creditro;

/// <summary>A command that calls Creditro.</summary>
public abstract class CreditroCommand : ServiceCommand<CreditroSession, CreditroClient>
{
    private protected override ServiceEntry Service => ServiceEntry.Creditro;
}
