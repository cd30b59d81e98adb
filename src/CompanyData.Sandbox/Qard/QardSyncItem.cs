using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard;

/// <summary>The synchronisation of one data type through one connection. Its status follows from the clock.</summary>
internal sealed class QardSyncItem
{
    public required Guid Id { get; init; }

    public required string DataType { get; init; }

    public required QardConnection Connection { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>From when on the lists show it.</summary>
    public required DateTimeOffset VisibleAt { get; init; }

    public required DateTimeOffset FetchingAt { get; init; }

    /// <summary>When it halts in an undocumented status.</summary>
    public required DateTimeOffset PausedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required string FinalStatus { get; init; }

    public bool HasEndedAt(DateTimeOffset now) => now >= EndsAt;

    public bool HasSucceededAt(DateTimeOffset now) => HasEndedAt(now) && FinalStatus is QardStatus.Success;

    public string StatusAt(DateTimeOffset now)
    {
        if (HasEndedAt(now))
        {
            return FinalStatus;
        }

        if (now >= PausedAt)
        {
            return MagicSirens.UnknownStatus;
        }

        return now >= FetchingAt ? QardStatus.Fetching : QardStatus.Queued;
    }

    /// <summary>Fields and formats of the sample response [seed]; a null <c>completed_at</c> in flight [inferred].</summary>
    public void Write(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("data_type", DataType);
        json.WriteString("provider_name", Connection.Provider.Name);
        json.WriteString("status", StatusAt(now));
        json.WriteString("data_connection_id", Connection.Id);
        json.WriteTime("requested_at", RequestedAt);
        if (HasEndedAt(now))
        {
            json.WriteTime("completed_at", EndsAt);
        }
        else
        {
            json.WriteNull("completed_at");
        }

        json.WriteEndObject();
    }
}
