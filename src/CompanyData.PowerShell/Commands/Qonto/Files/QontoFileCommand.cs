using System.Management.Automation;
using CompanyData.Qonto;

namespace CompanyData.Commands.Qonto;

/// <summary>A Qonto command for documents of a registration.</summary>
public abstract class QontoFileCommand : QontoRegistrationCommand
{
    /// <summary>The flow of a piped registration.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Cell(CellKind.Text)]
    public string? LegalFlow { get; set; }

    protected override void Prepare() => EnsureTakesFiles(LegalFlow);

    /// <summary>Source: qonto.md, files [docs]: company creations alone have them. A flow that is not documented by name is left to the service.</summary>
    /// <exception cref="ArgumentException">The registration is not a company creation.</exception>
    protected void EnsureTakesFiles(string? flow)
    {
        if (flow == QontoRules.ExistingCompany)
        {
            throw new ArgumentException(
                $"The registration '{RegistrationId}' is of an existing company; Qonto accepts documents for company creations only. Nothing was sent.");
        }
    }
}
