namespace CompanyData.Sandbox.Powens;

/// <summary>A user's token, or a temporary code that is exchanged for one.</summary>
internal sealed record PowensToken(string Value, long UserId, DateTimeOffset ExpiresAt)
{
    public bool IsPermanent => ExpiresAt == DateTimeOffset.MaxValue;
}
