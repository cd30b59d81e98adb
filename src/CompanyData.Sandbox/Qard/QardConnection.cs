using System.Text.Json;
using CompanyData.Sandbox.Http;

namespace CompanyData.Sandbox.Qard;

/// <summary>The tie between a user and a provider. Its status follows from the clock; nothing runs in between.</summary>
internal sealed class QardConnection
{
    private string _stage = QardStatus.AuthRequired;
    private DateTimeOffset _connectedAt;
    private DateTimeOffset _accessEndsAt = DateTimeOffset.MaxValue;

    public required Guid Id { get; init; }

    public required QardProvider Provider { get; init; }

    public required IReadOnlyList<string> RequestedDataTypes { get; set; }

    /// <summary>Whether the end user has consented again after access had ended.</summary>
    public bool IsRenewed { get; private set; }

    public string StatusAt(DateTimeOffset now) => _stage switch
    {
        QardStatus.Connected when now >= _accessEndsAt => QardStatus.AuthError,
        QardStatus.Connected when now < _connectedAt => QardStatus.Connecting,
        _ => _stage,
    };

    public bool IsConnectedAt(DateTimeOffset now) => StatusAt(now) is QardStatus.Connected;

    /// <summary>Whether there is something to consent to at <c>redirect_url</c>.</summary>
    public bool AwaitsConsentAt(DateTimeOffset now) => StatusAt(now) is QardStatus.AuthRequired or QardStatus.AuthError;

    public void Connect(DateTimeOffset now, TimeSpan connecting)
    {
        IsRenewed |= now >= _accessEndsAt;
        _stage = QardStatus.Connected;
        _connectedAt = now + connecting;
        _accessEndsAt = DateTimeOffset.MaxValue;
    }

    public void RequireConsent() => _stage = QardStatus.AuthRequired;

    public void Disconnect() => _stage = QardStatus.Disconnected;

    /// <summary>From then on the provider refuses: AUTH_ERROR.</summary>
    public void EndAccess(DateTimeOffset at) => _accessEndsAt = at;

    /// <summary>The data connection object. [docs]</summary>
    public void Write(Utf8JsonWriter json, DateTimeOffset now, string origin)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("provider_name", Provider.Name);
        json.WriteString("status", StatusAt(now));
        json.WriteString("redirect_url", AwaitsConsentAt(now) ? $"{origin}/{QardConsentPages.Path}/{Id}" : null);
        json.WriteList("requested_data_types", RequestedDataTypes);
        json.WriteEndObject();
    }
}
