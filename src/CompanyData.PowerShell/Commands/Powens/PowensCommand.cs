using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Commands.Powens;

/// <summary>A command that calls Powens.</summary>
public abstract class PowensCommand : ServiceCommand<PowensSession, PowensClient>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;
}
