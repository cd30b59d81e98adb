using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>A token or temporary code that was made.</summary>
/// <param name="UserId">Whose; null where the answer does not say.</param>
/// <param name="Value">The token or code itself.</param>
/// <param name="Type">Such as <c>permanent</c> or <c>temporary</c>; the list is open.</param>
/// <param name="ExpiresIn">Null where it does not expire.</param>
public sealed record PowensToken(string? UserId, Secret Value, string? Type, TimeSpan? ExpiresIn);
