using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CompanyData.Transport;

/// <summary>A page in an envelope: <c>{total, per_page, current_page, last_page, result: []}</c> (qard.md, [seen]).</summary>
internal sealed class PageEnvelope<T>
{
    public long? Total { get; set; }

    public int? CurrentPage { get; set; }

    public int? LastPage { get; set; }

    public List<T>? Result { get; set; }

    /// <summary>Reads an envelope or a bare array.</summary>
    /// <exception cref="JsonException">The body is neither, or an item is null.</exception>
    public static Page<T> Parse(ReadOnlySpan<byte> json, JsonTypeInfo<List<T>> array, JsonTypeInfo<PageEnvelope<T>> envelope)
    {
        if (ResponseBody.FirstOf(json) == '[')
        {
            return new(Checked(JsonSerializer.Deserialize(json, array) ?? [], "$"), null, null, null);
        }

        PageEnvelope<T>? page = JsonSerializer.Deserialize(json, envelope);
        return page?.Result is null
            ? throw new JsonException("Neither an array nor an object with 'result'.", "result", null, null)
            : new(Checked(page.Result, "$.result"), page.Total, page.CurrentPage, page.LastPage);
    }

    /// <summary>A list in a response can contain null, although its element type does not allow it.</summary>
    private static List<T> Checked(List<T> items, string path)
    {
        int empty = items.FindIndex(item => item is null);
        return empty < 0 ? items : throw new JsonException("An item is null.", $"{path}[{empty}]", null, null);
    }
}
