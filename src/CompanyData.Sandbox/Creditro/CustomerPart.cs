namespace CompanyData.Sandbox.Creditro;

/// <summary>The parts of magic customers.</summary>
internal enum CustomerPart
{
    /// <summary>All goes well.</summary>
    Plain,

    /// <summary>201 without a body. [seed]</summary>
    EmptyBody,

    /// <summary>An empty list.</summary>
    NoCases,

    /// <summary>400: a required field is missing. [seed]</summary>
    BadRequest,

    /// <summary>403: no Pro subscription. [seed]</summary>
    NoSubscription,

    /// <summary>Some answers of 500, then all goes well. [seed]</summary>
    Burst,

    /// <summary>500 for ever. [seed]</summary>
    Down,

    /// <summary>429 in plain text, for two minutes. [seed]</summary>
    Throttled,

    /// <summary>Items under other names, and of other types.</summary>
    Strange,

    /// <summary>An answer without <c>items</c>.</summary>
    NoItems,
}
