namespace CompanyData.Sandbox.Qard.Data;

/// <summary>An officer's place in a company, before the details are made up.</summary>
internal sealed record CompanyOfficer(int Number, string Role, bool IsCompany, bool IsAuditor);
