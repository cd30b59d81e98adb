using System.Globalization;
using CompanyData.Json;
using CompanyData.Qard;

namespace CompanyData.Dossiers;

/// <summary>
/// The disclosed holding of a beneficial owner. The fields are undocumented: several likely names are tried, and a number that
/// cannot be a percentage is ignored.
/// </summary>
/// <param name="Owner">The collected owner.</param>
/// <param name="Name">Display name.</param>
/// <param name="Shares">Percentage of the capital; null if not disclosed.</param>
/// <param name="Votes">Percentage of the voting rights; null if not disclosed.</param>
internal sealed record Holding(QardBeneficialOwner Owner, string Name, decimal? Shares, decimal? Votes)
{
    public static readonly IReadOnlyList<string> SharesNames =
        ["shares_percentage", "share_percentage", "shares_percent", "ownership_percentage", "capital_percentage", "percentage_of_shares", "total_shares_percentage", "shares", "ownership"];

    public static readonly IReadOnlyList<string> VotesNames =
        ["voting_rights_percentage", "votes_percentage", "vote_percentage", "voting_percentage", "percentage_of_votes", "total_votes_percentage", "voting_rights", "votes"];

    public bool IsDisclosed => Shares is not null || Votes is not null;

    public bool IsOver(decimal threshold) => Shares > threshold || Votes > threshold;

    /// <summary>Lists the holdings, the largest first.</summary>
    public static IReadOnlyList<Holding> From(IEnumerable<QardBeneficialOwner> owners) => [.. owners.Select(From)
        .OrderByDescending(holding => Math.Max(holding.Shares ?? -1, holding.Votes ?? -1))];

    /// <summary>Counts the owners who hold more than a percentage.</summary>
    public static int CountOver(IEnumerable<QardBeneficialOwner> owners, decimal threshold) => owners.Count(owner => From(owner).IsOver(threshold));

    public static Holding From(QardBeneficialOwner owner)
    {
        FieldMap fields = WireFields.From(owner);
        string name = owner.ToString();
        return new(owner, string.IsNullOrWhiteSpace(name) ? "(no name)" : name, Find(fields, SharesNames), Find(fields, VotesNames));
    }

    /// <summary>Returns the percentage of the first of the given fields that has one.</summary>
    public static decimal? Find(FieldMap fields, IEnumerable<string> names)
        => names.SelectMany(name => new[] { name, name + JsonRepair.RawSuffix })
            .Select(name => fields.TryGetValue(name, out object? value) ? Read(value) : null)
            .FirstOrDefault(value => value is not null);

    public static string? Percent(decimal? value) => value is { } number ? $"{number.ToString("0.####", CultureInfo.InvariantCulture)} %" : null;

    private static decimal? Read(object? value)
    {
        decimal? number = value switch
        {
            long whole => whole,
            decimal exact => exact,
            string text when decimal.TryParse(text.Replace("%", string.Empty).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal read) => read,
            _ => null,
        };
        return number is >= 0 and <= 100 ? number : null;
    }
}
