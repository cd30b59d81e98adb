using System.Text.RegularExpressions;
using CompanyData.Collection;

namespace CompanyData.Dossiers;

/// <summary>Finds the officers who legally represent the company, from the names of their roles.</summary>
internal static class LegalRepresentatives
{
    private static readonly Regex Representing = new(
        @"^(CO )?(PRESIDENT|GERANT|DIRECTEUR GENERAL|MEMBRE DU DIRECTOIRE|ASSOCIE GERANT|LIQUIDATEUR)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Excluded roles: members of supervisory boards do not represent the company.</summary>
    private static readonly Regex Supervising = new("CONSEIL (D ADMINISTRATION|DE SURVEILLANCE)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Lists the representatives with their roles, in the order of the dossier; roles that have ended are ignored.</summary>
    public static IEnumerable<string> From(CompanyDossier dossier) => dossier.Officers
        .Select(officer => (PersonRecord.From(officer).Name, Roles: officer.Roles.Where(role => role is not null && !(role.EndDate < dossier.CollectedAt)).Select(role => role.Name).OfType<string>().Where(Represents).ToArray()))
        .Where(officer => officer.Roles.Length > 0)
        .Select(officer => $"{officer.Name} ({string.Join(", ", officer.Roles)})");

    private static bool Represents(string role) => TextKey.From(role) is var key && Representing.IsMatch(key)
        && (!Supervising.IsMatch(key) || key.StartsWith("PRESIDENT DIRECTEUR GENERAL", StringComparison.Ordinal));
}
