namespace CompanyData.Sandbox.Creditro;

/// <summary>A customer id that makes its calls behave in a particular way.</summary>
public sealed class MagicCustomer
{
    /// <summary>The id, as it appears in the path and in the token's claim.</summary>
    public required string Id { get; init; }

    /// <summary>How its calls behave.</summary>
    public required string Description { get; init; }

    internal CustomerPart Part { get; init; }
}
