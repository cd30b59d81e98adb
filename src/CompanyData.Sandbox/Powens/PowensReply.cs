using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Powens;

/// <summary>Lists as the API writes them: an array under a name of its own, and how many there are. [docs 2021]</summary>
internal static class PowensReply
{
    public static HttpResponseMessage List<T>(string name, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write) =>
        Write(name, items, items.Count, write);

    /// <summary>The part that <c>limit</c> and <c>offset</c> ask for.</summary>
    public static HttpResponseMessage Page<T>(string name, IReadOnlyCollection<T> items, QueryString query, Action<Utf8JsonWriter, T> write) =>
        Write(name, items.Skip((int)Math.Min(query.Offset(), int.MaxValue)).Take(query.Limit() ?? int.MaxValue), items.Count, write);

    private static HttpResponseMessage Write<T>(string name, IEnumerable<T> items, int total, Action<Utf8JsonWriter, T> write) => Reply.Json(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("total", total);
        json.WriteEndObject();
    });
}
