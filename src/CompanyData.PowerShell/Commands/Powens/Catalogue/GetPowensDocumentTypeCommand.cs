using System.Management.Automation;
using CompanyData.Powens;

namespace CompanyData.Commands.Powens;

/// <summary>Lists the kinds of documents; it takes no token.</summary>
[Cmdlet(VerbsCommon.Get, "PowensDocumentType")]
[OutputType(typeof(PowensDocumentType))]
public sealed class GetPowensDocumentTypeCommand : PowensReferenceCommand<PowensDocumentType>
{
    protected override IAsyncEnumerable<PowensDocumentType> ListAsync(PowensReferences references, CancellationToken cancellationToken)
        => references.ListDocumentTypesAsync(cancellationToken);

    protected override string Thing => "document type";

    protected override string? NameOf(PowensDocumentType item) => item.Name;
}
