using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CompanyData.Sandbox.Http;

/// <summary>Creates responses.</summary>
internal static class Reply
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    public static HttpResponseMessage NoContent() => new(HttpStatusCode.NoContent) { Content = new ByteArrayContent([]) };

    public static HttpResponseMessage Json(Action<Utf8JsonWriter> write) => Json(HttpStatusCode.OK, write);

    public static HttpResponseMessage Json(HttpStatusCode status, Action<Utf8JsonWriter> write)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonWriting.Options))
        {
            write(json);
        }

        return With(status, new ByteArrayContent(buffer.GetBuffer(), 0, (int)buffer.Length), JsonType);
    }

    /// <summary>A JSON value alone, to look into or to write elsewhere.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonWriting.Options))
        {
            write(json);
        }

        return buffer.ToArray();
    }

    public static HttpResponseMessage Text(HttpStatusCode status, string mediaType, string text) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, mediaType) };

    public static HttpResponseMessage File(string name, string mediaType, byte[] content)
    {
        var response = With(HttpStatusCode.OK, new ByteArrayContent(content), new MediaTypeHeaderValue(mediaType));
        response.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name };
        return response;
    }

    /// <summary>A bare array, or one page of it in its envelope.</summary>
    public static HttpResponseMessage List(Rows rows, Page? page = null)
    {
        var stream = new JsonRowStream(json => page is null ? WriteArray(json, rows) : WritePage(json, rows, page));
        return With(HttpStatusCode.OK, new StreamContent(stream), JsonType);
    }

    /// <summary>JSON that is generated while it is read.</summary>
    /// <param name="write">Writes the document piece by piece and yields between two pieces.</param>
    public static HttpResponseMessage Stream(Func<Utf8JsonWriter, IEnumerable<int>> write) =>
        With(HttpStatusCode.OK, new StreamContent(new JsonRowStream(write)), JsonType);

    private static IEnumerable<int> WriteArray(Utf8JsonWriter json, Rows rows)
    {
        json.WriteStartArray();
        for (var i = 0; i < rows.Count; i++)
        {
            rows.Write(json, i);
            yield return i;
        }

        json.WriteEndArray();
    }

    private static IEnumerable<int> WritePage(Utf8JsonWriter json, Rows rows, Page page)
    {
        json.WriteStartObject();
        json.WriteNumber("total", page.TotalOf(rows.Count));
        json.WriteNumber("per_page", page.Size);
        json.WriteNumber("current_page", page.Number);
        json.WriteNumber("last_page", page.LastOf(rows.Count));
        json.WriteStartArray("result");
        for (var i = page.Start; i < Math.Min(rows.Count, page.Start + page.Size); i++)
        {
            rows.Write(json, (int)i);
            yield return (int)i;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static HttpResponseMessage With(HttpStatusCode status, HttpContent content, MediaTypeHeaderValue type)
    {
        content.Headers.ContentType = type;
        return new HttpResponseMessage(status) { Content = content };
    }
}
