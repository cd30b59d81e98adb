using CompanyData.Transport;

namespace CompanyData.Powens;

/// <summary>A created token or temporary code.</summary>
/// <param name="UserId">The user's id; null if not disclosed.</param>
/// <param name="Value">The token or code itself.</param>
/// <param name="Type">Type, such as <c>permanent</c> or <c>temporary</c>.</param>
/// <param name="ExpiresIn">Time until expiry; null if it does not expire.</param>
public sealed record PowensToken(string? UserId, Secret Value, string? Type, TimeSpan? ExpiresIn);
