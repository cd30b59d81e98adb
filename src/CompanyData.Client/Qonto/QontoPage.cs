using System.Text.Json.Serialization;

namespace CompanyData.Qonto;

/// <summary>A page of any list; the name of its array depends on the list.</summary>
internal sealed class QontoPage<T>
{
    [JsonIgnore]
    public List<T>? Items { get; private set; }

    public QontoMeta? Meta { get; set; }

    public List<T>? Registrations
    {
        get => null;
        set => Items = value;
    }

    public List<T>? RegistrationFiles
    {
        get => null;
        set => Items = value;
    }

    public List<T>? Files
    {
        get => null;
        set => Items = value;
    }

    public List<T>? WebhookSubscriptions
    {
        get => null;
        set => Items = value;
    }

    public List<T>? Webhooks
    {
        get => null;
        set => Items = value;
    }

    public List<T>? Events
    {
        get => null;
        set => Items = value;
    }
}
