using System.Text.Json.Serialization.Metadata;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>The lists that others refer to. They are public [docs]: no token is sent.</summary>
public sealed class PowensReferences
{
    private readonly PowensReader _reader;

    internal PowensReferences(PowensReader reader) => _reader = reader;

    /// <summary>GET /account_types [docs].</summary>
    public IAsyncEnumerable<PowensAccountType> ListAccountTypesAsync(CancellationToken cancellationToken)
        => List("account_types", "list the account types", PowensJsonContext.Default.PowensAccountType, item => item.Id, cancellationToken, "accounttypes");

    /// <summary>GET /currencies [docs].</summary>
    public IAsyncEnumerable<PowensCurrency> ListCurrenciesAsync(CancellationToken cancellationToken)
        => List("currencies", "list the currencies", PowensJsonContext.Default.PowensCurrency, item => item.Id, cancellationToken, "currencies");

    /// <summary>GET /categories [docs].</summary>
    public IAsyncEnumerable<PowensCategory> ListCategoriesAsync(CancellationToken cancellationToken)
        => List("categories", "list the categories", PowensJsonContext.Default.PowensCategory, item => item.Id, cancellationToken, "categories", "categorys");

    /// <summary>GET /documenttypes [docs].</summary>
    public IAsyncEnumerable<PowensDocumentType> ListDocumentTypesAsync(CancellationToken cancellationToken)
        => List("documenttypes", "list the document types", PowensJsonContext.Default.PowensDocumentType, item => item.Id, cancellationToken, "documenttypes");

    private IAsyncEnumerable<T> List<T>(
        string path, string operation, JsonTypeInfo<T> type, Func<T, string?> key, CancellationToken cancellationToken, params string[] names)
        => _reader.ReadNamedAsync(ApiRequest.Get(path, operation), type, key, isPaged: false, cancellationToken, names);
}
