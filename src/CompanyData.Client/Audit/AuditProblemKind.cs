namespace CompanyData.Audit;

/// <summary>What is wrong with a line of an audit log or a file of a manifest; text, since an enumeration would come back from Export-Clixml as a number.</summary>
public static class AuditProblemKind
{
    /// <summary>Its content is not what was written.</summary>
    public const string Changed = "Changed";

    /// <summary>It is missing.</summary>
    public const string Removed = "Removed";

    /// <summary>It was not written by the audit, or is there twice.</summary>
    public const string Added = "Added";

    /// <summary>It is not in its place.</summary>
    public const string Reordered = "Reordered";

    /// <summary>It is cut off, or not a line of an audit log.</summary>
    public const string Unreadable = "Unreadable";

    /// <summary>Nothing says where the log ends.</summary>
    public const string NotSealed = "NotSealed";
}
