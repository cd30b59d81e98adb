namespace CompanyData.Qard;

/// <summary>The answer of PUT /profile/webhook-secret [docs].</summary>
internal sealed class QardWebhookSecret
{
    public string? Secret { get; set; }
}
