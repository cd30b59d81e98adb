using System.Management.Automation;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Lists the categories of transactions; it takes no token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensCategory")]
[OutputType(typeof(PowensCategory))]
public sealed class GetPowensCategoryCommand : PowensReferenceCommand<PowensCategory>
{
    protected override IAsyncEnumerable<PowensCategory> ListAsync(PowensReferences references, CancellationToken cancellationToken)
        => references.ListCategoriesAsync(cancellationToken);

    protected override string Thing => "category";

    protected override string? NameOf(PowensCategory item) => item.Name;
}
