using System.Management.Automation;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Lists the currencies; it takes no token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensCurrency")]
[OutputType(typeof(PowensCurrency))]
public sealed class GetPowensCurrencyCommand : PowensReferenceCommand<PowensCurrency>
{
    protected override IAsyncEnumerable<PowensCurrency> ListAsync(PowensReferences references, CancellationToken cancellationToken)
        => references.ListCurrenciesAsync(cancellationToken);

    protected override string Thing => "currency";

    protected override string? NameOf(PowensCurrency item) => item.Id;
}
