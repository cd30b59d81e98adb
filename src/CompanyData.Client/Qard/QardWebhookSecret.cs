namespace CompanyData.Qard;

/// <summary>Response of PUT /profile/webhook-secret [docs].</summary>
internal sealed class QardWebhookSecret
{
    public string? Secret { get; set; }
}
