namespace CompanyData.Sessions;

/// <summary>Usage counters of a session.</summary>
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

    /// <summary>Number of requests sent, including retries.</summary>
    public long Requests { get; }

    public long Retries { get; }

    /// <summary>Number of responses with status 429.</summary>
    public long Throttles { get; }

    /// <summary>Bytes of responses read, after decompression.</summary>
    public long Bytes { get; }

    public Uri Uri { get; }
}
