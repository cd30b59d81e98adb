namespace CompanyData.Collection;

/// <summary>What a dossier knows of a data type. Three kinds of nothing are never confused: not requested, not collected, none.</summary>
public static class DataState
{
    /// <summary>The collection did not ask for it.</summary>
    public const string NotRequested = "NotRequested";

    /// <summary>It was asked for and could not be collected; the dossier's failures say why.</summary>
    public const string NotCollected = "NotCollected";

    /// <summary>It was collected, and there is nothing.</summary>
    public const string None = "None";

    /// <summary>It was collected, and there is something.</summary>
    public const string Collected = "Collected";
}
