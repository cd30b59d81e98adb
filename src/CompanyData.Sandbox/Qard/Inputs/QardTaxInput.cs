using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard;

/// <summary>A tax return that was handed in. Its status follows from the clock. Fields and statuses are [docs].</summary>
internal sealed class QardTaxInput
{
    public required Guid Id { get; init; }

    /// <summary>The tax return it is about: the one that was named, or a new one once it has been read.</summary>
    public required string TaxReturnId { get; init; }

    public required bool IsNamed { get; init; }

    public required bool IsReadable { get; init; }

    public required JsonElement Data { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    public string StatusAt(DateTimeOffset now)
    {
        var share = Duration <= TimeSpan.Zero ? 1 : (now - CreatedAt).TotalMilliseconds / Duration.TotalMilliseconds;
        return share switch
        {
            >= 1 => IsReadable ? "FINISHED" : "ERROR",
            >= 0.25 => "IN_PROGRESS",
            _ => "PENDING",
        };
    }

    /// <summary>What was said of the document, without the document itself: that <c>data</c> leaves the file out is [inferred].</summary>
    public void Write(Utf8JsonWriter json, DateTimeOffset now)
    {
        var status = StatusAt(now);
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("tax_return_id", IsNamed || status == "FINISHED" ? TaxReturnId : null);
        json.WriteString("process_status", status);
        json.WriteStartObject("data");
        foreach (var field in Data.EnumerateObject().Where(field => field.Name != "file"))
        {
            field.WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteString("error_message", status == "ERROR" ? "The document is not a PDF that can be read." : null);
        json.WriteTime("created_at", CreatedAt);
        json.WriteTime("updated_at", CreatedAt);
        json.WriteEndObject();
    }
}
