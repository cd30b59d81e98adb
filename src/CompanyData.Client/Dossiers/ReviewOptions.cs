namespace CompanyData.Dossiers;

/// <summary>Where the limits of a review are, and in which language it speaks.</summary>
public class ReviewOptions
{
    /// <summary>Over this percentage of capital or votes a person is a beneficial owner by French law (Code monétaire et financier, R561-1).</summary>
    public const decimal LegalThreshold = 25;

    /// <summary>Percent of capital or votes over which an owner controls the company.</summary>
    public decimal OwnershipThreshold { get; init; } = LegalThreshold;

    /// <summary>How old a dossier may be before it is stale.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(365);

    /// <summary>How long before its end an expiring consent is reported.</summary>
    public TimeSpan ConsentNotice { get; init; } = TimeSpan.FromDays(30);

    /// <summary><c>en</c> or <c>fr</c>.</summary>
    public string Language { get; init; } = Wording.English;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal Wording Wording => new(Language);
}
