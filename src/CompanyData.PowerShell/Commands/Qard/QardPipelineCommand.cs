using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qard;

/// <summary>A Qard command with pipeline input.</summary>
public abstract class QardPipelineCommand : PipelineCommand<QardSession, QardClient>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;
}
