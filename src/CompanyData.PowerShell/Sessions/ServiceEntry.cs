namespace CompanyData.Sessions;

/// <summary>Describes a service to the session store, and opens a session from environment variables.</summary>
/// <param name="Name">Name of the service and prefix of nouns and error ids.</param>
/// <param name="Variables">Names of the required environment variables, for error messages.</param>
/// <param name="Parameters">The equivalent parameters of the Connect- cmdlet.</param>
/// <param name="TryOpen">Opens a session from environment variables; returns null if they are not set.</param>
internal sealed record ServiceEntry(string Name, string Variables, string Parameters, Func<CompanyDataSession?> TryOpen)
{
    public static readonly ServiceEntry Qard = new("Qard", QardEnvironment.KeyVariable, "-ApiKey (Read-Host -AsSecureString)", QardEnvironment.TryOpen);

    public static readonly ServiceEntry Powens = new("Powens", PowensEnvironment.DomainVariable, "-Domain", PowensEnvironment.TryOpen);

    public static readonly ServiceEntry Qonto = new(
        "Qonto", $"{QontoEnvironment.TokenVariable} and {QontoEnvironment.PartnerVariable}", "-Token and -PartnerId", QontoEnvironment.TryOpen);

    public static readonly ServiceEntry Creditro = new("Creditro", CreditroEnvironment.TokenVariable, "-Token (Read-Host -AsSecureString)", CreditroEnvironment.TryOpen);
}
