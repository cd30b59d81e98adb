using System.Globalization;

namespace CompanyData.Dossiers;

/// <summary>Says things in the language of the reader. Each sentence stands in both languages where it is needed, so that none is forgotten.</summary>
internal sealed class Wording(string language)
{
    public const string English = "en";
    public const string French = "fr";

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
        ["BANK_ACCOUNT"] = "Comptes bancaires",
        ["BANK_TRANSACTION"] = "Opérations bancaires",
    };

    public bool IsFrench { get; } = string.Equals(language, French, StringComparison.OrdinalIgnoreCase);

    public string Say(string english, string french) => IsFrench ? french : english;

    /// <summary>A count with its noun.</summary>
    public string Count(int count, string one, string many) => count == 1 || (IsFrench && count == 0) ? $"{count} {one}" : $"{count} {many}";

    public string Date(DateTime date) => date.ToString(IsFrench ? "dd/MM/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Percent(decimal value)
    {
        string number = value.ToString("0.####", CultureInfo.InvariantCulture);
        return IsFrench ? $"{number.Replace('.', ',')} %" : $"{number} %";
    }

    /// <summary>A data type, or a step of the collection, in words: <c>COURT_DECISION</c> reads as "Court decision".</summary>
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
