using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Reads a data type into one class.</summary>
/// <param name="id">The item's id; nobody has published that ids are unique, so it counts together with the content.</param>
internal sealed class QardTypedModel<T>(Func<T, string?> id) : QardModel
    where T : QardDataItem
{
    private static readonly Func<T, string> Content = QardJsonContext.Default.Options.ContentOf<T>();

    public override JsonTypeInfo ItemType => QardDataReader.TypeOf<T>();

    public override async IAsyncEnumerable<QardUserData> ListAsync(
        QardDataReader reader, string userId, QardDataType type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (type.IsSingle)
        {
            if (await reader.ReadOptionalAsync<T>(userId, type, cancellationToken).ConfigureAwait(false) is { } single)
            {
                single.DataType = type.Name;
                yield return single;
            }

            yield break;
        }

        await foreach (T item in reader.ReadListAsync<T>(
            type, userId, item => HasId(item) ? Content(item) : null, cancellationToken).ConfigureAwait(false))
        {
            item.DataType = type.Name;
            yield return item;
        }
    }

    public override async Task<QardUserData> GetAsync(
        QardDataReader reader, string userId, QardDataType type, string itemId, CancellationToken cancellationToken)
    {
        T item = await reader.ReadOneAsync<T>(userId, type, itemId, cancellationToken).ConfigureAwait(false);
        item.DataType = type.Name;
        return item;
    }

    /// <summary>A documented id, or one that comes all the same.</summary>
    private bool HasId(T item) => id(item) is not null
        || (item.Extension is { } fields && fields.TryGetValue("id", out JsonElement other) && other.ValueKind is not JsonValueKind.Null);
}
