using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>What signs a webhook's calls. The secret comes along once, when it is made. Source: powens.md, webhooks/auth [docs 2021].</summary>
internal sealed class PowensWebhookAuthentication : ApiObject, IIdentified
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Type { get; set; }

    public PowensWebhookConfiguration? Config { get; set; }
}
