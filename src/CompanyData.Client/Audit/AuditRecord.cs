using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CompanyData.Audit;

/// <summary>The record of one call for the audit log: user, operation, subject, outcome. Contains no secrets and no bodies.</summary>
internal sealed record AuditRecord
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly string User = Environment.OSVersion.Platform == PlatformID.Win32NT
        ? $"{Environment.UserDomainName}\\{Environment.UserName}"
        : Environment.UserName;

    private static readonly int Process = Environment.ProcessId;

    /// <summary>Start of the call, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    public required string Service { get; init; }

    public required Uri Address { get; init; }

    /// <summary>The operation in words, such as <c>create the user</c>.</summary>
    public required string Operation { get; init; }

    public required string Method { get; init; }

    /// <summary>What the call was about: an id, a siren, a name.</summary>
    public string? Subject { get; init; }

    public required AuditOutcome Outcome { get; init; }

    /// <summary>The cmdlet that made the call.</summary>
    public string? Command { get; init; }

    /// <summary>The id of the created resource.</summary>
    public string? CreatedId { get; init; }

    /// <summary>The service's id for the last request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The kind of the error; null if the call succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>Status of the last response; null if the last attempt had none.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Number of requests sent; may be 0.</summary>
    public required int Attempts { get; init; }

    /// <summary>Total time of the call, including waits.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>A JSON object on one line, in UTF-8.</summary>
    public byte[] ToJson(string runId)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("time", Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteString("user", User);
            writer.WriteString("host", Environment.MachineName);
            writer.WriteNumber("process", Process);
            writer.WriteString("run", runId);
            writer.WriteString("command", Command);
            writer.WriteString("service", Service);
            writer.WriteString("address", Address.AbsoluteUri);
            writer.WriteString("operation", Operation);
            writer.WriteString("method", Method);
            writer.WriteString("subject", Subject);
            writer.WriteString("created", CreatedId);
            writer.WriteString("outcome", Outcome.ToString());
            writer.WriteString("error", Error);
            if (Status is { } status)
            {
                writer.WriteNumber("status", (int)status);
            }
            else
            {
                writer.WriteNull("status");
            }

            writer.WriteString("request", RequestId);
            writer.WriteNumber("attempts", Attempts);
            writer.WriteNumber("duration_ms", (long)Duration.TotalMilliseconds);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
