using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>A webhook. Source: qonto.md, POST /register/webhooks [docs].</summary>
public sealed class QontoWebhook : ApiObject, IIdentified
{
    public string? Id { get; set; }

    public string? CallbackUrl { get; set; }

    public bool? Enabled { get; set; }

    public override string ToString() => CallbackUrl ?? string.Empty;
}
