namespace CompanyData.Secrets;

/// <summary>Maps a secret to the parameters of a Connect- cmdlet.</summary>
/// <param name="Text">Parameter for a text or SecureString.</param>
/// <param name="Password">Parameter for the password of a credential.</param>
/// <param name="UserName">Parameter for the user name of a credential; null if it is ignored.</param>
internal sealed record SecretShape(string Text, string Password, string? UserName);
