using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CompanyData.Transport;

namespace CompanyData.Qard;

/// <summary>Client of the Qard API v6. One instance serves a session. Thread-safe.</summary>
public sealed class QardClient : IDisposable
{
    /// <summary>Base address of production [seed].</summary>
    public static readonly Uri DefaultUri = new("https://api.qardfinance.com/api/v6");

    private readonly ApiTransport _transport;

    /// <exception cref="ArgumentException">The address is not allowed.</exception>
    public QardClient(ServiceOptions options, Secret apiKey)
    {
        _transport = new ApiTransport(options, new QardDialect(apiKey));
        KnownUsers users = new();
        Account = new QardAccount(_transport);
        Users = new QardUsers(_transport, users);
        Connections = new QardDataConnections(_transport, Account, users);
        Syncs = new QardSyncs(_transport, Connections, users);
        Data = new QardData(_transport, users, new DataAbsence(Syncs, Connections));
        Files = new QardFiles(_transport);
        TaxReturnInputs = new QardTaxReturnInputs(_transport, users);
    }

    public Uri BaseUri => _transport.BaseUri;

    public UsageCounter Usage => _transport.Usage;

    public TimeProvider Time => _transport.Time;

    public QardAccount Account { get; }

    public QardUsers Users { get; }

    public QardDataConnections Connections { get; }

    public QardSyncs Syncs { get; }

    public QardData Data { get; }

    public QardFiles Files { get; }

    public QardTaxReturnInputs TaxReturnInputs { get; }

    public void Dispose() => _transport.Dispose();

    internal static byte[] Body<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
