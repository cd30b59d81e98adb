using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompanyData.Audit;

/// <summary>One call in an audit log.</summary>
public sealed class AuditEntry
{
    /// <summary>Line number, from 1, across all files of the log.</summary>
    public long? Line { get; set; }

    /// <summary>Start of the call, in local time.</summary>
    public DateTime Time { get; set; }

    public string? User { get; set; }

    public string? Host { get; set; }

    public int? Process { get; set; }

    /// <summary>Identifies all calls between a start and the next stop of the audit.</summary>
    [JsonPropertyName("run")]
    public string? RunId { get; set; }

    /// <summary>The cmdlet that made the call.</summary>
    public string? Command { get; set; }

    public string? Service { get; set; }

    public string? Address { get; set; }

    public string? Operation { get; set; }

    public string? Method { get; set; }

    public string? Subject { get; set; }

    /// <summary>The id of the created resource.</summary>
    [JsonPropertyName("created")]
    public string? CreatedId { get; set; }

    /// <summary><c>Succeeded</c>, <c>Failed</c>, <c>Unknown</c> or <c>Cancelled</c>.</summary>
    public string? Outcome { get; set; }

    public string? Error { get; set; }

    public int? Status { get; set; }

    public int? Attempts { get; set; }

    [JsonIgnore]
    public TimeSpan Duration => TimeSpan.FromMilliseconds(Milliseconds);

    /// <summary>The service's id for the last request, for its support.</summary>
    [JsonPropertyName("request")]
    public string? RequestId { get; set; }

    /// <summary>The file of the entry.</summary>
    [JsonIgnore]
    public string? Path { get; internal set; }

    [JsonInclude]
    [JsonPropertyName("duration_ms")]
    internal long Milliseconds { get; set; }

    /// <summary>The hash of the previous line.</summary>
    [JsonInclude]
    [JsonPropertyName("previous")]
    internal string? Previous { get; set; }

    public override string ToString() => $"{Time.ToString("s", CultureInfo.InvariantCulture)} {Service}: {Operation} {Subject}: {Outcome}";

    /// <returns>Null if this is not a line of an audit log.</returns>
    internal static AuditEntry? Parse(byte[] line)
    {
        try
        {
            AuditEntry? entry = JsonSerializer.Deserialize(line, AuditJsonContext.Default.AuditEntry);
            if (entry?.Operation is null)
            {
                return null;
            }

            entry.Time = entry.Time.ToLocalTime();
            return entry;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
