namespace CompanyData.Sandbox.Creditro;

/// <summary>How magic customers behave.</summary>
internal enum CustomerPart
{
    /// <summary>Every call succeeds.</summary>
    Plain,

    /// <summary>201 without a body. [seed]</summary>
    EmptyBody,

    /// <summary>An empty list.</summary>
    NoCases,

    /// <summary>400: a required field is missing. [seed]</summary>
    BadRequest,

    /// <summary>403: no Pro subscription. [seed]</summary>
    NoSubscription,

    /// <summary>A few responses with status 500, then success. [seed]</summary>
    Burst,

    /// <summary>500 always. [seed]</summary>
    Down,

    /// <summary>429 in plain text, for two minutes. [seed]</summary>
    Throttled,

    /// <summary>Items under other names, and of other types.</summary>
    Strange,

    /// <summary>A response without <c>items</c>.</summary>
    NoItems,
}
