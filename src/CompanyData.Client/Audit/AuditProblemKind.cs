namespace CompanyData.Audit;

/// <summary>Kinds of problems with a line of an audit log or a file of a manifest. Text, because Import-Clixml would return an enumeration as a number.</summary>
public static class AuditProblemKind
{
    /// <summary>The content was changed.</summary>
    public const string Changed = "Changed";

    /// <summary>The line or file is missing.</summary>
    public const string Removed = "Removed";

    /// <summary>The line or file was not written by this module, or is a duplicate.</summary>
    public const string Added = "Added";

    /// <summary>The line is in the wrong place.</summary>
    public const string Reordered = "Reordered";

    /// <summary>The line is cut off or is not a line of an audit log.</summary>
    public const string Unreadable = "Unreadable";

    /// <summary>The seal is missing, so the end of the log is unknown.</summary>
    public const string NotSealed = "NotSealed";
}
