namespace CompanyData.Qard;

/// <summary>The life of a document that was handed in; the list is open. Source: qard.md, input of documents [docs].</summary>
public static class ProcessStatusText
{
    public const string Pending = "PENDING";
    public const string InProgress = "IN_PROGRESS";
    public const string Finished = "FINISHED";
    public const string Error = "ERROR";
}
