using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard;

/// <summary>A tax return that was handed in. Its status follows from the clock. Fields and statuses are [docs].</summary>
internal sealed class QardTaxInput
{
    private const string Finished = "FINISHED";
    private const int MonthsOfYear = 12;

    public required Guid Id { get; init; }

    /// <summary>The tax return it is about: the one that was named, or a new one once it has been read.</summary>
    public required string TaxReturnId { get; init; }

    public required bool IsNamed { get; init; }

    public required bool IsReadable { get; init; }

    public required JsonElement Data { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required TimeSpan ReadingTime { get; init; }

    public required DateTime ClosingDate { get; init; }

    /// <summary>Months of the year that it is about.</summary>
    public int Duration => Data.Find("duration") is { ValueKind: JsonValueKind.Number } given && given.TryGetInt32(out var months) ? months : MonthsOfYear;

    public bool HasBeenReadAt(DateTimeOffset now) => StatusAt(now) is Finished;

    public string StatusAt(DateTimeOffset now)
    {
        var share = ReadingTime <= TimeSpan.Zero ? 1 : (now - CreatedAt).TotalMilliseconds / ReadingTime.TotalMilliseconds;
        return share switch
        {
            >= 1 => IsReadable ? Finished : "ERROR",
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
        json.WriteString("tax_return_id", IsNamed || status == Finished ? TaxReturnId : null);
        json.WriteString("process_status", status);
        json.WriteStartObject("data");
        foreach (var field in Data.EnumerateObject().Where(field => field.Name != "file"))
        {
            field.WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteString("error_message", status == "ERROR" ? "The document is not a PDF that can be read." : null);
        json.WriteTime("created_at", CreatedAt);
        json.WriteTime("updated_at", now < CreatedAt + ReadingTime ? CreatedAt : CreatedAt + ReadingTime);
        json.WriteEndObject();
    }
}
