namespace CompanyData.Dossiers;

/// <summary>Thresholds and language of a review.</summary>
public class ReviewOptions
{
    /// <summary>Percentage of capital or votes above which a person is a beneficial owner under French law (Code monétaire et financier, R561-1).</summary>
    public const decimal LegalThreshold = 25;

    /// <summary>Percentage of capital or votes above which an owner controls the company.</summary>
    public decimal OwnershipThreshold { get; init; } = LegalThreshold;

    /// <summary>Age from which a dossier is stale.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(365);

    /// <summary>How long before it ends an expiring consent is reported.</summary>
    public TimeSpan ConsentNotice { get; init; } = TimeSpan.FromDays(30);

    /// <summary><c>en</c> or <c>fr</c>.</summary>
    public string Language { get; init; } = Wording.English;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal Wording Wording => new(Language);
}
