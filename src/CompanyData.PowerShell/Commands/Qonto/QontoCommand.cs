using CompanyData.Pipeline;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qonto;

/// <summary>A command that calls Qonto.</summary>
public abstract class QontoCommand : ServiceCommand<QontoSession, QontoClient>
{
    private protected override ServiceEntry Service => ServiceEntry.Qonto;
}
