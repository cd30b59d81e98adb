namespace CompanyData.Powens;

/// <summary>Where the secret of a signature comes [docs 2021].</summary>
internal sealed class PowensWebhookConfiguration
{
    public string? SecretKey { get; set; }
}
