using System.Xml.Linq;
using CompanyData.Collection;
using CompanyData.Dossiers;
using CompanyData.Qard;
using static CompanyData.Reports.Html;

namespace CompanyData.Reports;

/// <summary>The officers and owners of the company: each person once, with all roles.</summary>
internal sealed class PeopleSection(CompanyDossier dossier, ReportOptions options, Appendix appendix)
{
    /// <summary>Fields shown in a row. If a field differs from the row, it is in the appendix as well.</summary>
    private static readonly HashSet<string> Shown = new(
        [
            "Type", "Name", "LegalName", "FirstName", "LastName", "Siren", "RegistrationNumber", "Patronym", "StartDate", "EndDate", "BirthDate", "BirthCity", "BirthPostalCode", "BirthCountry", "Nationality", "Address",
            .. Holding.SharesNames.Concat(Holding.VotesNames).Select(ComparedFields.PropertyName),
        ],
        StringComparer.Ordinal);

    private static readonly string[] Types = ["NATURAL", "LEGAL", "PERSON", "COMPANY"];

    private readonly ReportLanguage _language = options.Text;
    private readonly IReadOnlyList<Holding> _holdings = Holding.From(dossier.BeneficialOwners);

    private string Threshold => options.Text.Wording.Percent(options.OwnershipThreshold);

    public XElement Draw()
    {
        IReadOnlyList<(DossierPerson Person, IReadOnlyList<PersonRecord> Records)> people = DossierPersons.Group(dossier);
        foreach ((DossierPerson person, IReadOnlyList<PersonRecord> records) in people)
        {
            string shown = string.Join("\n", Cells(person, records).OfType<string>());
            appendix.Add(person.Name, records.SelectMany(record => Facts.From(record.Item)).Where(fact => !IsShown(fact, shown)));
        }

        return Section(
            "people",
            _language.Say(ReportText.People),
            _holdings.Count == 0 ? null : Diagram(),
            people.Count == 0 ? null : Table.Create(
                _language.Say(ReportText.PeopleCaption),
                [.. new[] { ReportText.Name, ReportText.Roles, ReportText.Holds, ReportText.Born, ReportText.Nationality, ReportText.Address }.Select(_language.Say)],
                people.Select(person => Cells(person.Person, person.Records).Select((cell, column) => Decorate(person.Person, cell, column)).ToArray())),
            Nothing(QardDataType.CompanyOfficer, ReportText.Officers),
            Nothing(QardDataType.BeneficialOwner, ReportText.Owners));
    }

    /// <summary>A note for a data type without items; null if there are items.</summary>
    public static string? Nothing(CompanyDossier dossier, string dataType, ReportLanguage language) => dossier.GetDataState(dataType) switch
    {
        DataState.NotRequested => language.Say(ReportText.NotRequested),
        DataState.NotCollected => language.Say(ReportText.NotCollected),
        DataState.None => language.Say(ReportText.None),
        _ => null,
    };

    private XElement Diagram() => Tag(
        "figure",
        new OwnershipDiagram(dossier.CompanyName, 4, options.OwnershipThreshold, _language).Draw(_holdings),
        new OwnershipDiagram(dossier.CompanyName, 2, options.OwnershipThreshold, _language).Draw(_holdings),
        Tag("figcaption", _language.Say(ReportText.HeavyFrames, Threshold)));

    private string?[] Cells(DossierPerson person, IReadOnlyList<PersonRecord> records) =>
    [
        Lines([person.Name, person.RegistrationNumber is null ? _language.Word(person.Type) : $"{_language.Word(person.Type)}, {person.RegistrationNumber}"]),
        Lines(records.SelectMany(Roles).Distinct(StringComparer.Ordinal)),
        Lines([Share(ReportText.OfShares, person.Shares), Share(ReportText.OfVotes, person.Votes), person is { IsBeneficialOwner: true, Shares: null, Votes: null } ? _language.Say(ReportText.PartNotDisclosed) : null]),
        Lines([_language.Date(person.BirthDate), string.Join(", ", new[] { $"{person.BirthPostalCode} {person.BirthCity}".Trim(), person.BirthCountry }.Where(part => !string.IsNullOrEmpty(part)))]),
        person.Nationality,
        Lines([person.AddressLine, $"{person.PostalCode} {person.City}".Trim(), person.Country]),
    ];

    private object? Decorate(DossierPerson person, string? cell, int column) => column switch
    {
        0 => new object?[] { person.Name, Tag("small", cell!.Substring(person.Name.Length).Trim()) },
        2 when person.Shares > options.OwnershipThreshold || person.Votes > options.OwnershipThreshold
            => new object?[] { Tag("strong", Attribute("class", "lines"), cell), "\n", Tag("em", Attribute("class", "lines"), _language.Say(ReportText.OverThreshold, Threshold)) },
        2 when cell is not null => Tag("span", Attribute("class", "lines"), cell),
        _ => cell,
    };

    private string? Share(Phrase phrase, decimal? value) => value is null ? null : _language.Say(phrase, _language.Percent(value)!);

    private IEnumerable<string> Roles(PersonRecord record) => record.Item is QardCompanyOfficer officer
        ? officer.Roles.OfType<QardOfficerRole>().Select(role => Role(role.Name ?? _language.Word("Officer"), role.StartDate, role.EndDate))
        : [Role(_language.Word(DossierPersons.BeneficialOwner), Day(record.Fields.Text("start_date")), Day(record.Fields.Text("end_date")))];

    /// <summary>Registers write midnight after a date.</summary>
    private static string? Day(string? text) => PartialDate.Parse(text)?.ToString() ?? text;

    private string Role(string name, object? start, object? end) => (start, end) switch
    {
        ({ } from, { } to) => _language.Say(ReportText.RoleFromUntil, name, _language.Text(from), _language.Text(to)),
        ({ } from, null) => _language.Say(ReportText.RoleFrom, name, _language.Text(from)),
        (null, { } to) => _language.Say(ReportText.RoleUntil, name, _language.Text(to)),
        _ => name,
    };

    private bool IsShown(Fact fact, string shown) => fact.Value switch
    {
        // A list with one item is compared as its item.
        IReadOnlyList<object> roles when fact.Name == "Roles" => roles.All(role => role is IReadOnlyList<Fact> facts && facts.All(part => part.Name is "Name" or "StartDate" or "EndDate")),
        IReadOnlyList<object> => false,
        // Already shown as "Person" or "Company".
        string type when ComparedFields.PropertyName(fact.Name) == "Type" && Types.Contains(type, StringComparer.OrdinalIgnoreCase) => true,
        object value => Shown.Contains(ComparedFields.PropertyName(fact.Name)) && Contains(shown, fact, value),
    };

    private bool Contains(string shown, Fact fact, object value)
    {
        string text = Holding.SharesNames.Concat(Holding.VotesNames).Contains(fact.Name, StringComparer.Ordinal) && value is decimal or long
            ? _language.Wording.Percent(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture))
            : _language.Text(fact.Name is "start_date" or "end_date" ? Day(value as string) ?? value : value);
        return shown.Replace("\n", ", ").IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0 || shown.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private XElement? Nothing(string dataType, Phrase label) => Nothing(dossier, dataType, _language) is { } nothing
        ? Tag("p", Attribute("class", "nothing"), _language.Say(ReportText.TableOf, _language.Say(label), nothing))
        : null;

    private static string? Lines(IEnumerable<string?> lines) => string.Join("\n", lines.Where(line => !string.IsNullOrEmpty(line))) is { Length: > 0 } text ? text : null;
}
