namespace CompanyData.Sandbox.Qard.Data;

/// <summary>An officer or owner as a check knows them.</summary>
/// <param name="Id">The officer's or owner's id.</param>
/// <param name="FirstName">Null for a company.</param>
/// <param name="LastName">Null for a company.</param>
/// <param name="BirthDate">Null for a company.</param>
/// <param name="Name">The name of a company; null for a person.</param>
internal sealed record SandboxPerson(Guid Id, string? FirstName, string? LastName, string? BirthDate, string? Name);
