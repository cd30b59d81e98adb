namespace CompanyData.Qard;

/// <summary>What a synchronisation's status means; the list is open. Source: qard.md, synchronisation [docs].</summary>
public static class SyncStatus
{
    public const string Queued = "QUEUED";
    public const string Fetching = "FETCHING";
    public const string Success = "SUCCESS";
    public const string AuthError = "AUTH_ERROR";
    public const string FetchError = "FETCH_ERROR";
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>A status that nobody knows is final only once the item says when it was completed.</summary>
    public static bool IsFinal(QardSyncItem item) => item.Status switch
    {
        Success or AuthError or FetchError or InternalError => true,
        Queued or Fetching => false,
        _ => item.CompletedAt is not null,
    };
}
