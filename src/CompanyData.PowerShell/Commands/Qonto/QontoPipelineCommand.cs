using CompanyData.Pipeline;
using CompanyData.Qonto;
using CompanyData.Sessions;

namespace CompanyData.Commands.Qonto;

/// <summary>A Qonto command with pipeline input.</summary>
public abstract class QontoPipelineCommand : PipelineCommand<QontoSession, QontoClient>
{
    private protected override ServiceEntry Service => ServiceEntry.Qonto;
}
