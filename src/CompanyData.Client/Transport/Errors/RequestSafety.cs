namespace CompanyData.Transport;

/// <summary>What may be done when nobody knows whether a request took effect.</summary>
public enum RequestSafety
{
    /// <summary>Changes nothing: repeat it.</summary>
    Read,

    /// <summary>Ends in the same state however often it is done: repeat it.</summary>
    Idempotent,

    /// <summary>Makes something new each time: never repeat it without having looked.</summary>
    Create,
}
