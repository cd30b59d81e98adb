using System.Management.Automation;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Lists the kinds of accounts; it takes no token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensAccountType")]
[OutputType(typeof(PowensAccountType))]
public sealed class GetPowensAccountTypeCommand : PowensReferenceCommand<PowensAccountType>
{
    protected override IAsyncEnumerable<PowensAccountType> ListAsync(PowensReferences references, CancellationToken cancellationToken)
        => references.ListAccountTypesAsync(cancellationToken);

    protected override string Thing => "account type";

    protected override string? NameOf(PowensAccountType item) => item.Name;
}
