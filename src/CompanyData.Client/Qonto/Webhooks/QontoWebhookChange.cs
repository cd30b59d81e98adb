using CompanyData.Redaction;

namespace CompanyData.Qonto;

/// <summary>What a webhook is to be. Source: PATCH /register/webhooks/{id} [docs]: address and switch are required, the secret is not.</summary>
/// <param name="CallbackUrl">The address that Qonto calls.</param>
/// <param name="Enabled">Whether it calls.</param>
/// <param name="Secret">What it signs with from now on; null leaves the secret as it is.</param>
public sealed record QontoWebhookChange(Uri CallbackUrl, bool Enabled, Secret? Secret);
