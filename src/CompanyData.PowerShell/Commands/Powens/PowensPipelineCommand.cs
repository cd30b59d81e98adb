using CompanyData.Pipeline;
using CompanyData.Powens;
using CompanyData.Sessions;

namespace CompanyData.Commands.Powens;

/// <summary>A Powens command with pipeline input.</summary>
public abstract class PowensPipelineCommand : PipelineCommand<PowensSession, PowensClient>
{
    private protected override ServiceEntry Service => ServiceEntry.Powens;
}
