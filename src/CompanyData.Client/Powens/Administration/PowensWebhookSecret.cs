using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>What signs a webhook's calls.</summary>
/// <param name="Id">For the webhook's <c>id_auth</c>.</param>
/// <param name="Name">As it was given.</param>
/// <param name="Type">Such as <c>hmac_signature</c>.</param>
/// <param name="Value">The secret itself; null where the service does not show it.</param>
public sealed record PowensWebhookSecret(string? Id, string? Name, string? Type, Secret? Value);
