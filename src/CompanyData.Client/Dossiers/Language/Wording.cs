using System.Globalization;
using System.Text.RegularExpressions;

namespace CompanyData.Dossiers;

/// <summary>Selects English or French wording. Both texts are given at the call, so that none is forgotten.</summary>
internal sealed class Wording(string language)
{
    public const string English = "en";
    public const string French = "fr";

    private static readonly Regex TextOfDate = new(
        @"^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})([T ](?<time>\d{2}:\d{2}(:\d{2})?)(\.\d+)?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Regex TextOfNumber = new(@"^-?\d+\.\d+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly Dictionary<string, string> FrenchLabels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["User"] = "Utilisateur",
        ["Connection"] = "Connexion",
        ["Sync"] = "Synchronisation",
        ["COMPANY_PROFILE"] = "Profil de la société",
        ["COMPANY_OFFICER"] = "Dirigeants",
        ["BENEFICIAL_OWNER"] = "Bénéficiaires effectifs",
        ["BACKGROUND_CHECK"] = "Contrôle des antécédents",
        ["CONFORMITY_CHECK"] = "Contrôle de conformité",
        ["COURT_DECISION"] = "Décisions de justice",
        ["LEGAL_NOTICE"] = "Annonces légales",
        ["ACT"] = "Actes",
        ["ARTICLES_OF_ASSOCIATION"] = "Statuts",
        ["FINANCIAL_STATEMENT"] = "Comptes annuels",
        ["TAX_RETURN"] = "Liasses fiscales",
        ["TAX_RETURN_ANALYSIS"] = "Analyse des liasses fiscales",
        ["VAT_DECLARATION"] = "Déclarations de TVA",
        ["CORPORATE_TAX"] = "Impôt sur les sociétés",
        ["TAX_ACCOUNT"] = "Comptes fiscaux",
        ["TAX_CLEARANCE_CERTIFICATE"] = "Attestations de régularité fiscale",
        ["BACKGROUND_CHECK_V2"] = "Contrôle des antécédents",
        ["COLLECTIVE_PROCEDURE"] = "Procédures collectives",
        ["REGISTRATION_PROOF"] = "Justificatif d'immatriculation",
        ["COMMERCE_TRANSACTION"] = "Opérations commerciales",
        ["COMMERCE_SUBSCRIPTION"] = "Abonnements",
        ["COMMERCE_TRANSACTION_INSIGHT"] = "Synthèse des opérations commerciales",
        ["COMMERCE_SUBSCRIPTION_INSIGHT"] = "Synthèse des abonnements",
        ["COMMERCE_LOCATION"] = "Points de vente",
        ["COMMERCE_CUSTOMER"] = "Clients",
        ["COMMERCE_PRODUCT"] = "Produits",
        ["COMMERCE_ORDER"] = "Commandes",
        ["BANK_ACCOUNT"] = "Comptes bancaires",
        ["BANK_TRANSACTION"] = "Opérations bancaires",
    };

    public bool IsFrench { get; } = string.Equals(language, French, StringComparison.OrdinalIgnoreCase);

    public string Say(string english, string french) => IsFrench ? french : english;

    /// <summary>Formats a count with its noun in the singular or plural.</summary>
    public string Count(int count, string one, string many) => count == 1 || (IsFrench && count == 0) ? $"{count} {one}" : $"{count} {many}";

    public string Date(DateTime date) => date.ToString(IsFrench ? "dd/MM/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Percent(decimal value)
    {
        string number = value.ToString("0.####", CultureInfo.InvariantCulture);
        return IsFrench ? $"{number.Replace('.', ',')} %" : $"{number} %";
    }

    /// <summary>Formats a text value, which may be a date or a number.</summary>
    public string Text(string value)
    {
        if (!IsFrench)
        {
            return value;
        }

        Match date = TextOfDate.Match(value);
        return date.Success
            ? $"{date.Groups["day"].Value}/{date.Groups["month"].Value}/{date.Groups["year"].Value} {date.Groups["time"].Value} {date.Groups["zone"].Value.Replace("Z", "UTC")}".TrimEnd()
            : TextOfNumber.IsMatch(value) ? value.Replace('.', ',') : value;
    }

    /// <summary>Formats the value of a field, which may be a word of an enumeration.</summary>
    public string Value(string field, string value) => IsFrench && ValueLabels.French(field, value) is { } word ? word : Text(value);

    /// <summary>Says a message that was written by a collection, and so in English.</summary>
    public Translation Own(string message) => IsFrench ? OwnMessages.ToFrench(message) : new(message, null);

    /// <summary>Formats a field name within a sentence: in English its property path, as in a finding's evidence.</summary>
    public string Field(string path) => IsFrench ? $"« {FieldLabels.Of(path).French} »" : path;

    /// <summary>Formats the name of a data type or a step: <c>COURT_DECISION</c> becomes "Court decision".</summary>
    public string Label(string name)
    {
        if (IsFrench && FrenchLabels.TryGetValue(name, out string? french))
        {
            return french;
        }

        string label = name.Replace('_', ' ').Trim();
        label = label.All(c => !char.IsLower(c)) ? label.ToLowerInvariant() : label;
        return label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label.Substring(1);
    }
}
