namespace CompanyData.Transport;

/// <summary>Whether a request may be repeated when its outcome is unknown.</summary>
public enum RequestSafety
{
    /// <summary>Changes nothing; may be repeated.</summary>
    Read,

    /// <summary>Leads to the same state however often it is sent; may be repeated.</summary>
    Idempotent,

    /// <summary>Creates something new each time; must not be repeated without checking the outcome.</summary>
    Create,
}
