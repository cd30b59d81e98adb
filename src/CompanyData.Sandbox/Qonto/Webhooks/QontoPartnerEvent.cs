namespace CompanyData.Sandbox.Qonto;

/// <summary>What a partner has told. [docs]</summary>
internal sealed record QontoPartnerEvent(string Event, string? RegistrationId, string? OrganizationId);
