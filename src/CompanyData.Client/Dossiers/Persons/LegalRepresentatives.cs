using System.Text.RegularExpressions;
using CompanyData.Collection;

namespace CompanyData.Dossiers;

/// <summary>The officers who represent the company by law, as far as the names of their roles tell.</summary>
internal static class LegalRepresentatives
{
    private static readonly Regex Representing = new(
        @"^(CO )?(PRESIDENT|GERANT|DIRECTEUR GENERAL|MEMBRE DU DIRECTOIRE|ASSOCIE GERANT|LIQUIDATEUR)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Boards supervise, and do not represent.</summary>
    private static readonly Regex Supervising = new("CONSEIL (D ADMINISTRATION|DE SURVEILLANCE)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Each with its roles, in the dossier's order; a role that has ended does not count.</summary>
    public static IEnumerable<string> From(CompanyDossier dossier) => dossier.Officers
        .Select(officer => (PersonRecord.From(officer).Name, Roles: officer.Roles.Where(role => role is not null && !(role.EndDate < dossier.CollectedAt)).Select(role => role.Name).OfType<string>().Where(Represents).ToArray()))
        .Where(officer => officer.Roles.Length > 0)
        .Select(officer => $"{officer.Name} ({string.Join(", ", officer.Roles)})");

    private static bool Represents(string role) => TextKey.From(role) is var key && Representing.IsMatch(key)
        && (!Supervising.IsMatch(key) || key.StartsWith("PRESIDENT DIRECTEUR GENERAL", StringComparison.Ordinal));
}
