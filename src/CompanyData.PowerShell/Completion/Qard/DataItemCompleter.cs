using System.Collections;
using CompanyData.Qard;
using CompanyData.Sessions;

namespace CompanyData.Completion;

/// <summary>Completes the ids of a user's tax returns, VAT declarations and corporate taxes.</summary>
public sealed class DataItemCompleter : ItemCompleter<QardClient, QardUserData>
{
    private protected override ServiceEntry Service => ServiceEntry.Qard;

    protected override IAsyncEnumerable<QardUserData>? ReadAsync(QardClient client, IDictionary bound, CancellationToken cancellationToken)
        => bound["UserId"]?.ToString() is { Length: > 0 } user && QardDataType.Find($"{bound["DataType"]}") is { HasItems: true } type ? client.Data.ListAsync(user, type.Name, cancellationToken) : null;

    protected override (string? Value, string Tooltip) Offer(QardUserData item, string parameterName) => item switch
    {
        QardTaxReturn taxReturn => (taxReturn.Id, $"{taxReturn}"),
        QardVatDeclaration declaration => (declaration.Id, $"{declaration}"),
        QardCorporateTax tax => (tax.Id, $"{tax}"),
        _ => (null, string.Empty),
    };
}
