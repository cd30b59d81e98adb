using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CompanyData.Json;

/// <summary>The whole content of an item as text, so that two items can be compared.</summary>
internal static class JsonContent
{
    /// <param name="options">Of the context that the item's list is read with.</param>
    public static Func<T, string> ContentOf<T>(this JsonSerializerOptions options)
    {
        JsonTypeInfo<T> type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        return item => JsonSerializer.Serialize(item, type);
    }
}
