namespace CompanyData.Collection;

/// <summary>State of a data type in a dossier. Distinguishes three cases without data: not requested, not collected, none.</summary>
public static class DataState
{
    /// <summary>The type was not requested.</summary>
    public const string NotRequested = "NotRequested";

    /// <summary>The type was requested but could not be collected; the dossier's failures say why.</summary>
    public const string NotCollected = "NotCollected";

    /// <summary>The type was collected, and there is no data.</summary>
    public const string None = "None";

    /// <summary>The type was collected, and there is data.</summary>
    public const string Collected = "Collected";
}
