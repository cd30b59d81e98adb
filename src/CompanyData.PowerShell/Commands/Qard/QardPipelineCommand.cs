using CompanyData.Pipeline;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qard;

/// <summary>A Qard command that takes its input from the pipeline.</summary>
public abstract class QardPipelineCommand : PipelineCommand<QardSession, QardClient>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;
}
