namespace CompanyData.Sandbox.Qard.Data;

/// <summary>What a data path answers.</summary>
internal enum DataShape
{
    /// <summary>One object, or 204 where there is none yet. [seen]</summary>
    Single,

    /// <summary>A list, empty where there is nothing yet.</summary>
    List,

    /// <summary>A list, or 404 where there is nothing. [seen]</summary>
    ListOrNotFound,
}
