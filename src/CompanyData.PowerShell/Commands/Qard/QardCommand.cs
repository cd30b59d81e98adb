using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qard;

/// <summary>A command that calls Qard.</summary>
public abstract class QardCommand : ServiceCommand<QardSession, QardClient>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;
}
