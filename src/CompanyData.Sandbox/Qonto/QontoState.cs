using System.Text.Json;
using CompanyData.Sandbox.Generation;

namespace CompanyData.Sandbox.Qonto;

/// <summary>Everything that a Qonto partner holds. One call at a time touches it, under <see cref="Gate"/>.</summary>
internal sealed class QontoState(SandboxOptions options)
{
    private readonly Dictionary<QontoPartnerEvent, DateTimeOffset> _told = [];
    private long _ids;

    public object Gate { get; } = new();

    public SandboxOptions Options => options;

    public DateTimeOffset Now => options.Time.GetUtcNow();

    public List<QontoRegistration> Registrations { get; } = [];

    public List<QontoWebhook> Webhooks { get; } = [];

    /// <summary>Creations that were refused for now, in a row.</summary>
    public int Refusals { get; set; }

    public Guid NextId(string kind) => Hash.Id(options.Seed, $"qonto {kind}", ++_ids);

    /// <summary>Keeps what a partner tells, with the earliest time that it was told with. [docs]</summary>
    /// <returns>That time.</returns>
    public DateTimeOffset Tell(QontoPartnerEvent told, DateTimeOffset at) =>
        _told[told] = _told.TryGetValue(told, out var known) && known < at ? known : at;

    /// <summary>No key makes this idempotent: the same body twice makes two registrations.</summary>
    public QontoRegistration Add(JsonElement body)
    {
        var registration = new QontoRegistration(NextId("registration"), body, Now, options.SyncDuration);
        Registrations.Add(registration);
        return registration;
    }

    public QontoRegistration Find(string id) =>
        (Guid.TryParse(id, out var guid) ? Registrations.Find(registration => registration.Id == guid) : null)
        ?? throw QontoException.NotFound("Registration");
}
