namespace CompanyData.Sessions;

/// <summary>What a session has used so far.</summary>
public sealed class CompanyDataUsage
{
    internal CompanyDataUsage(CompanyDataSession session)
    {
        Service = session.Service;
        Requests = session.Usage.Requests;
        Retries = session.Usage.Retries;
        Throttles = session.Usage.Throttles;
        Bytes = session.Usage.Bytes;
        Uri = session.Uri;
    }

    public string Service { get; }

    /// <summary>Requests sent, retries included.</summary>
    public long Requests { get; }

    public long Retries { get; }

    /// <summary>Answers with status 429.</summary>
    public long Throttles { get; }

    /// <summary>Bytes of answers read, after decompression.</summary>
    public long Bytes { get; }

    public Uri Uri { get; }
}
