namespace CompanyData.Sandbox.Powens;

/// <summary>The scopes of manage tokens. [seed]</summary>
internal enum PowensScope
{
    Config,
    User,
    Invoicing,
    Categorization,
}
