namespace CompanyData.Sandbox.Qonto;

/// <summary>The parts of magic legal numbers.</summary>
internal enum RegistrationPart
{
    /// <summary>Every call succeeds.</summary>
    Plain,

    /// <summary>Waits in <c>created</c> rather than in <c>pending</c>.</summary>
    Created,

    /// <summary>Never leaves <c>pending</c>.</summary>
    Stuck,

    /// <summary>Halts in an undocumented status.</summary>
    UnknownStatus,

    /// <summary>Carries fields and values that no document names.</summary>
    Strange,

    /// <summary>Its flow is manual, for a reason of Qonto's own.</summary>
    Manual,

    /// <summary>Is not found by its id for a while.</summary>
    Late,

    /// <summary>Has no link at first.</summary>
    NoLink,

    /// <summary>Is reset, its organization deleted.</summary>
    Reset,

    /// <summary>Is refused for a reason that only Qonto knows.</summary>
    Refused,

    /// <summary>Is refused for now, twice.</summary>
    RateLimited,

    /// <summary>Always gets a temporary error response.</summary>
    AlwaysRateLimited,

    /// <summary>500; nothing took effect.</summary>
    ServerError,

    /// <summary>502 and a gateway's page; it took effect.</summary>
    BadGateway,

    /// <summary>201 without a body; it took effect.</summary>
    EmptyBody,
}
