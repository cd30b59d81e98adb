namespace CompanyData.Sandbox;

/// <summary>A call that a service would make to a webhook, signed as the service signs.</summary>
/// <param name="Method">GET of Qard, POST of Qonto.</param>
/// <param name="Address">The address with its query.</param>
/// <param name="Body">JSON; null for a GET.</param>
/// <param name="SignatureHeader">The header that carries the signature.</param>
/// <param name="Signature">Its value.</param>
public sealed record SandboxWebhook(string Method, Uri Address, string? Body, string SignatureHeader, string Signature);
