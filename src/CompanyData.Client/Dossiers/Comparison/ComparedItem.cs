using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>An item of a dossier, prepared for comparison.</summary>
internal sealed class ComparedItem
{
    private static readonly string[] NaturalKey =
        ["title", "titles", "name", "first_name", "last_name", "number", "filing_number", "type", "date", "month", "period", "closing_year", "closing_date", "start_date", "deposit_date"];

    private ComparedItem(string dataType, FieldMap source)
    {
        DataType = dataType;
        Source = source;
        Fields = ComparedFields.From(source);
        Id = source.Text("id", "file_id");
        IsPerson = dataType is QardDataType.CompanyOfficer or QardDataType.BeneficialOwner;
        IsSingle = QardDataType.Find(dataType) is { IsSingle: true };
        Content = string.Join("\n", Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}:{field.Value.Key}"));
        PersonIdentity? person = IsPerson ? PersonIdentity.From(source) : null;
        Siren = person?.Siren;
        BirthDate = person?.BirthDate;
        Name = person?.Name ?? string.Join("|", NaturalKey.Select(name => source.TryGetValue(name, out object? value) ? ComparedValue.From(value).Key : string.Empty)).Trim('|');
    }

    public string DataType { get; }

    /// <summary>The fields by their JSON names.</summary>
    public FieldMap Source { get; }

    public IReadOnlyDictionary<string, ComparedValue> Fields { get; }

    /// <summary>The keys of all compared fields; items with the same content have no difference.</summary>
    public string Content { get; }

    public string? Id { get; }

    /// <summary>Whether the item is an officer or owner, whose identity takes precedence over a reused id.</summary>
    public bool IsPerson { get; }

    /// <summary>Whether a company has at most one item of this type.</summary>
    public bool IsSingle { get; }

    /// <summary>A person's name, or the descriptive fields of another item; may be empty.</summary>
    public string Name { get; }

    public string? Siren { get; }

    public PartialDate? BirthDate { get; }

    /// <summary>Display name; null for the company itself.</summary>
    public string? Label { get; private init; }

    /// <summary>The label with the main detail: an officer's roles or an owner's share.</summary>
    public string? Summary { get; private init; }

    public static ComparedItem From(string dataType, QardUserData item)
    {
        FieldMap source = WireFields.From(item);
        string? label = item switch
        {
            QardCompanyProfile => null,
            QardCompanyOfficer or QardBeneficialOwner => PersonRecord.NameOf(source),
            _ => source.Text("title", "name", "label", "description", "month", "period", "date", "closing_date", "id") ?? source.Texts("titles").FirstOrDefault() ?? dataType,
        };
        string? detail = item switch
        {
            QardCompanyOfficer officer => officer.Roles.ToString(),
            QardBeneficialOwner => Holding.Percent(Holding.Find(source, Holding.SharesNames)),
            _ => null,
        };
        return new(dataType, source) { Label = label, Summary = string.IsNullOrEmpty(detail) ? label : $"{label} ({detail})" };
    }
}
