namespace CompanyData.Secrets;

/// <summary>Which parameters of a Connect- cmdlet a secret stands for that does not name them itself.</summary>
/// <param name="Text">The parameter that a text or SecureString is.</param>
/// <param name="Password">The parameter that the password of a credential is.</param>
/// <param name="UserName">The parameter that the user name of a credential is; null where it means nothing.</param>
internal sealed record SecretShape(string Text, string Password, string? UserName);
