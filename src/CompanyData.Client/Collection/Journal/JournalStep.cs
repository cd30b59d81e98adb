namespace CompanyData.Collection;

/// <summary>What a journal's line tells.</summary>
internal static class JournalStep
{
    /// <summary>A run begins: its service, provider and data types.</summary>
    public const string Run = "run";

    /// <summary>A user is about to be created; whether it was, the service knows.</summary>
    public const string Create = "create";

    /// <summary>The user is known.</summary>
    public const string User = "user";

    /// <summary>The connection is known.</summary>
    public const string Connection = "connection";

    /// <summary>A synchronisation is about to be asked for.</summary>
    public const string Sync = "sync";

    /// <summary>The dossier has been handed on.</summary>
    public const string Outcome = "outcome";
}
