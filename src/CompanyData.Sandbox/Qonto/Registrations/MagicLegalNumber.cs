namespace CompanyData.Sandbox.Qonto;

/// <summary>An organization's legal number that makes its registration play a part.</summary>
public sealed class MagicLegalNumber
{
    /// <summary>Nine digits.</summary>
    public required string Number { get; init; }

    /// <summary>What happens to its registrations.</summary>
    public required string Description { get; init; }

    internal RegistrationPart Part { get; init; }
}
