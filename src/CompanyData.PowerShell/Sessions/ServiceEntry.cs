namespace CompanyData.Sessions;

/// <summary>A service as sessions know it: its name, where its secret lies in the environment, and how a session is opened from there.</summary>
/// <param name="Name">The prefix of nouns and error ids.</param>
/// <param name="Variables">The variables that a session needs, for the error where there is none.</param>
/// <param name="TryOpen">A session on what the environment says; null where it says too little.</param>
internal sealed record ServiceEntry(string Name, string Variables, Func<CompanyDataSession?> TryOpen)
{
    public static readonly ServiceEntry Qard = new("Qard", QardEnvironment.KeyVariable, QardEnvironment.TryOpen);

    public static readonly ServiceEntry Powens = new("Powens", PowensEnvironment.DomainVariable, PowensEnvironment.TryOpen);
}
