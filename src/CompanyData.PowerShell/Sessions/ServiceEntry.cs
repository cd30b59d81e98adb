namespace CompanyData.Sessions;

/// <summary>A service as sessions know it: its name, where its secret lies in the environment, and how a session is opened from there.</summary>
/// <param name="Name">The prefix of nouns and error ids.</param>
/// <param name="Variables">The variables that a session needs, for the error where there is none.</param>
/// <param name="Parameters">The parameters of Connect- that say the same.</param>
/// <param name="TryOpen">A session on what the environment says; null where it says too little.</param>
internal sealed record ServiceEntry(string Name, string Variables, string Parameters, Func<CompanyDataSession?> TryOpen)
{
    public static readonly ServiceEntry Qard = new("Qard", QardEnvironment.KeyVariable, "-ApiKey (Read-Host -AsSecureString)", QardEnvironment.TryOpen);

    public static readonly ServiceEntry Powens = new("Powens", PowensEnvironment.DomainVariable, "-Domain", PowensEnvironment.TryOpen);

    public static readonly ServiceEntry Qonto = new(
        "Qonto", $"{QontoEnvironment.TokenVariable} and {QontoEnvironment.PartnerVariable}", "-Token and -PartnerId", QontoEnvironment.TryOpen);

    public static readonly ServiceEntry Creditro = new("Creditro", CreditroEnvironment.TokenVariable, "-Token (Read-Host -AsSecureString)", CreditroEnvironment.TryOpen);
}
