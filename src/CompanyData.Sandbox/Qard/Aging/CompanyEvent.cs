namespace CompanyData.Sandbox.Qard;

/// <summary>Something that happens to a company of the sandbox and shows in what is read of it afterwards.</summary>
public enum CompanyEvent
{
    /// <summary>One more person runs the company.</summary>
    OfficerAdded,

    /// <summary>Somebody else takes the place of the first officer.</summary>
    OfficerReplaced,

    /// <summary>The first beneficial owner's share and votes cross 25 percent; a second time brings them back.</summary>
    OwnerCrossedThreshold,

    /// <summary>The company has another registered address.</summary>
    SeatMoved,

    /// <summary>The share capital grows.</summary>
    CapitalChanged,

    /// <summary>The register closes the company.</summary>
    CompanyClosed,

    /// <summary>There is one more court decision.</summary>
    CourtDecisionAdded,

    /// <summary>The conformity check is no longer clear.</summary>
    ConformityAttention,

    /// <summary>Officers and owners have other ids and come in the opposite order; nothing has changed.</summary>
    Renumbered,

    /// <summary>Names are written in capitals; nothing has changed.</summary>
    Reformatted,
}
