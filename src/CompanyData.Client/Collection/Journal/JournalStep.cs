namespace CompanyData.Collection;

/// <summary>The steps recorded in a journal.</summary>
internal static class JournalStep
{
    /// <summary>A run starts, with its service, provider and data types.</summary>
    public const string Run = "run";

    /// <summary>A user is about to be created; only the service knows whether it was.</summary>
    public const string Create = "create";

    /// <summary>The user is known.</summary>
    public const string User = "user";

    /// <summary>The connection is known.</summary>
    public const string Connection = "connection";

    /// <summary>A synchronisation is about to be requested.</summary>
    public const string Sync = "sync";

    /// <summary>The dossier was delivered.</summary>
    public const string Outcome = "outcome";
}
