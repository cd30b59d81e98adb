using System.Text.Json;
using System.Text.Json.Nodes;

namespace CompanyData.Benchmarks;

/// <summary>Pages as the sandbox writes them.</summary>
internal static class Pages
{
    /// <summary>A page of the list, filled up or cut to so many items, that is the only one.</summary>
    public static async Task<byte[]> RecordAsync(ListType type, int count)
    {
        using RecordingHandler recorder = new(World.Handler);
        await foreach (object _ in type.Open(recorder)().ConfigureAwait(false))
        {
            break;
        }

        JsonNode page = JsonNode.Parse(recorder.Body)!;
        JsonArray rows = page as JsonArray ?? page.AsObject().Select(field => field.Value).OfType<JsonArray>().First();
        for (int i = 0; rows.Count < count; i++)
        {
            JsonNode row = rows[i]!.DeepClone();
            Rename(row, i);
            rows.Add(row);
        }

        while (rows.Count > count)
        {
            rows.RemoveAt(count);
        }

        if (page is JsonObject envelope)
        {
            envelope.Remove("_links");
            if (envelope.ContainsKey("last_page"))
            {
                (envelope["total"], envelope["current_page"], envelope["last_page"]) = (count, 1, 1);
            }
        }

        return System.Text.Encoding.UTF8.GetBytes(page.ToJsonString());
    }

    /// <summary>Items that come twice are left out.</summary>
    private static void Rename(JsonNode row, int number)
    {
        foreach (string name in (string[])["id", "uuid"])
        {
            if (row[name] is JsonValue id)
            {
                row[name] = id.GetValueKind() == JsonValueKind.Number ? 1_000_000 + number : Guid.NewGuid().ToString();
            }
        }
    }
}
