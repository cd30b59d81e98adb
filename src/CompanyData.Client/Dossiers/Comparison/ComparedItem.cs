using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>A person or thing of a dossier, ready to be compared with that of another one.</summary>
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
        PersonIdentity person = PersonIdentity.From(source);
        Siren = IsPerson ? person.Siren : null;
        BirthDate = IsPerson ? person.BirthDate : null;
        Name = IsPerson ? person.Name : string.Join("|", NaturalKey.Select(name => source.TryGetValue(name, out object? value) ? ComparedValue.From(value).Key : string.Empty)).Trim('|');
    }

    public string DataType { get; }

    /// <summary>The fields under their names on the wire.</summary>
    public FieldMap Source { get; }

    public IReadOnlyDictionary<string, ComparedValue> Fields { get; }

    /// <summary>The keys of all fields: items with the same content are the same in all that counts.</summary>
    public string Content { get; }

    public string? Id { get; }

    /// <summary>A person has an identity of its own, which an id that is used again does not override.</summary>
    public bool IsPerson { get; }

    /// <summary>A company has one of these at most.</summary>
    public bool IsSingle { get; }

    /// <summary>What it is: a person's name, or the fields by which people tell it from others; empty where there is nothing of that kind.</summary>
    public string Name { get; }

    public string? Siren { get; }

    public PartialDate? BirthDate { get; }

    /// <summary>For people; null for the company itself.</summary>
    public string? Label { get; private init; }

    /// <summary>The label with what matters most about it.</summary>
    public string? Summary { get; private init; }

    public static ComparedItem From(string dataType, QardUserData item)
    {
        FieldMap source = WireFields.From(item);
        string? label = item switch
        {
            QardCompanyProfile => null,
            QardCompanyOfficer or QardBeneficialOwner => PersonRecord.From(item).Name,
            _ => source.Text("title", "name", "label", "description", "month", "period", "date", "closing_date", "id") ?? source.Texts("titles").FirstOrDefault() ?? dataType,
        };
        string? detail = item switch
        {
            QardCompanyOfficer officer => officer.Roles.ToString(),
            QardBeneficialOwner owner => Holding.Percent(Holding.From(owner).Shares),
            _ => null,
        };
        return new(dataType, source) { Label = label, Summary = string.IsNullOrEmpty(detail) ? label : $"{label} ({detail})" };
    }
}
