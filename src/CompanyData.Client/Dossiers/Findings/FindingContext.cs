using CompanyData.Collection;
using CompanyData.Json;

namespace CompanyData.Dossiers;

/// <summary>The dossier and options that the rules are applied to.</summary>
internal sealed class FindingContext(CompanyDossier dossier, ReviewOptions options)
{
    private IReadOnlyList<Holding>? _holdings;

    public CompanyDossier Dossier => dossier;

    public ReviewOptions Options => options;

    public Wording Wording { get; } = options.Wording;

    public DateTime Now { get; } = options.Time.GetUtcNow().UtcDateTime;

    public IReadOnlyList<Holding> Holdings => _holdings ??= Holding.From(dossier.BeneficialOwners);

    /// <summary>The items of a data type without a model, with their property path.</summary>
    public IEnumerable<(FieldMap Fields, string Evidence)> Records(string dataType)
        => dossier.GetItems(dataType).Select((item, index) => (WireFields.From(item), $"Data.{dataType}[{index}]"));
}
