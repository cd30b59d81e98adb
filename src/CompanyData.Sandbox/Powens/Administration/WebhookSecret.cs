namespace CompanyData.Sandbox.Powens;

/// <summary>What signs a webhook's calls. [docs 2021]</summary>
internal sealed record WebhookSecret(long Id, string Name, string Type, string Value);
