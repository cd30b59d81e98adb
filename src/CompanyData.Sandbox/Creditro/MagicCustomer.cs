namespace CompanyData.Sandbox.Creditro;

/// <summary>A customer id whose calls play a part.</summary>
public sealed class MagicCustomer
{
    /// <summary>What stands in the path and in the token's claim.</summary>
    public required string Id { get; init; }

    /// <summary>What happens to its calls.</summary>
    public required string Description { get; init; }

    internal CustomerPart Part { get; init; }
}
