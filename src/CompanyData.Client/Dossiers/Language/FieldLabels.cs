using System.Text.RegularExpressions;

namespace CompanyData.Dossiers;

/// <summary>
/// Labels of data fields, by property path as in a finding's evidence: <c>birth_date</c> is <c>BirthDate</c>. An unknown field keeps its own
/// name in both languages.
/// </summary>
internal static class FieldLabels
{
    private static readonly string[] Capitals = ["id", "siren", "siret", "ape", "vat", "insee", "rncs", "iban", "bic", "url", "mrr"];

    private static readonly Regex WordStart = new(@"(?<=[\p{Ll}\d])(?=\p{Lu})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>French labels by property path; English ones only if the name itself is not a good label.</summary>
    public static readonly IReadOnlyDictionary<string, Phrase> Known = new (string Path, string French, string? English)[]
    {
        ("AccountId", "Identifiant du compte", null), ("AccountNumber", "Numéro de compte", null), ("AccountType", "Type de compte", null), ("AcronymName", "Sigle", "Acronym"),
        ("Activity", "Activité", null), ("Activity.Description", "Description de l'activité", null), ("Address", "Adresse", null), ("AddressLine", "Adresse", "Address"), ("AddressLine1", "Adresse", "Address"),
        ("Amount", "Montant", null), ("ApeCode", "Code APE", "APE code"), ("ApeName", "Libellé APE", "APE activity"), ("Balance", "Solde", null), ("BankName", "Banque", "Bank"),
        ("Bic", "BIC", "BIC"), ("BirthCity", "Ville de naissance", "City of birth"), ("BirthCountry", "Pays de naissance", "Country of birth"), ("BirthDate", "Date de naissance", null),
        ("BirthPostalCode", "Code postal de naissance", "Postal code of birth"), ("BusinessCategory", "Catégorie d'entreprise", null), ("BusinessNames", "Enseignes", null), ("Capital", "Capital", null),
        ("Capital.Amount", "Capital", "Capital"), ("City", "Ville", null), ("ClosingDate", "Date de clôture", null), ("ClosingYear", "Exercice clos en", null), ("CommercialNames", "Noms commerciaux", null),
        ("Companies", "Autres sociétés", "Other companies"), ("CompletedAt", "Terminé le", null), ("Count", "Nombre", null), ("Country", "Pays", null), ("Currency", "Devise", null), ("DataConnectionId", "Connexion", "Data connection"),
        ("DataType", "Données", "Data"), ("Date", "Date", null), ("DepositDate", "Date de dépôt", null), ("Description", "Description", null), ("Details", "Détails", null),
        ("Duration", "Durée", null), ("EndDate", "Fin", "End"), ("Every", "Fréquence", null), ("FeeAmount", "Frais", "Fee"), ("FileId", "Fichier", null), ("FirstName", "Prénom", null), ("Form", "Forme", null),
        ("FrequencyInterval", "Intervalle", null), ("FrequencyUnit", "Unité de fréquence", null), ("Headquarter", "Siège", "Registered office"), ("Headquarter.Address", "Siège social", "Registered office"),
        ("Iban", "IBAN", "IBAN"), ("Id", "Identifiant", "Id"), ("InitialTransactionId", "Opération d'origine", "Initial transaction"), ("InitiatedAt", "Engagé le", null), ("InseeClosingDate", "Fermeture à l'INSEE", "INSEE closing date"),
        ("Issues", "Anomalies", null), ("Label", "Libellé", null), ("LastName", "Nom de famille", null), ("LastTransaction", "Dernière opération", null), ("LastUpdate", "Dernière mise à jour", null), ("Legal", "Statut juridique", null),
        ("Legal.Form", "Forme juridique", null), ("LegalName", "Dénomination sociale", null), ("Month", "Mois", null), ("Mrr", "Revenu mensuel récurrent", "MRR"), ("Name", "Nom", null), ("Nationality", "Nationalité", null), ("Nb", "Nombre", null), ("Number", "Numéro", null),
        ("Outcome", "Conclusion", null), ("Patronym", "Nom de naissance", "Name at birth"), ("Payments", "Paiements", null), ("Payouts", "Virements", null), ("Percentage", "Pourcentage", null), ("Period", "Période", null), ("PlanName", "Formule", "Plan"),
        ("PostalCode", "Code postal", null), ("ProviderName", "Fournisseur", "Provider"), ("QardUserId", "Utilisateur Qard", "Qard user"), ("Reasons", "Motifs", null), ("RegistrationCourt", "Greffe d'immatriculation", null), ("RegistrationDate", "Date d'immatriculation", null),
        ("RegistrationNumber", "Numéro d'immatriculation", null), ("RelatedTransactionId", "Opération liée", "Related transaction"), ("RequestedAt", "Demandé le", null), ("RncsClosingDate", "Radiation au RNCS", "RNCS closing date"),
        ("RncsRegistrationDate", "Immatriculation au RNCS", "RNCS registration date"), ("Roles", "Fonctions", null), ("SharesPercentage", "Part du capital", null), ("ShoppingCartAverage", "Panier moyen", "Average cart"), ("Siren", "SIREN", "SIREN"), ("Siret", "SIRET", "SIRET"),
        ("SourceCreatedAt", "Créé à la source le", null), ("SourceType", "Type de source", null), ("Staff", "Effectif", null), ("StaffYear", "Année de l'effectif", "Year of the staff"), ("StartDate", "Début", "Start"), ("Status", "État", null),
        ("SubmittedDate", "Date de dépôt", null), ("SubscriptionNb", "Nombre d'abonnements", "Subscriptions"), ("Target", "Destinataire", null), ("Text", "Texte", null), ("Title", "Titre", null), ("Titles", "Titres", null), ("TransactionType", "Type d'opération", null),
        ("Tribunal", "Tribunal", null), ("Type", "Type", null), ("Value", "Valeur", null), ("ValueDate", "Date de valeur", null), ("VatNumber", "Numéro de TVA", "VAT number"), ("VotingRightsPercentage", "Part des droits de vote", null), ("Warnings", "Avertissements", null), ("Week", "Semaine", null), ("Year", "Année", null),
        ("Acceptable", "Acceptable", null), ("AdverseMedia", "Presse défavorable", null), ("Category", "Catégorie", null), ("Code", "Code", null), ("CorporateTaxesValues", "Détail de l'impôt sur les sociétés", "Corporate tax values"),
        ("Court", "Tribunal", null), ("CreatedAt", "Créé le", null), ("Day", "Jour", null), ("DeductibleVat", "TVA déductible", null), ("Defendant", "Défendeur", null), ("Email", "Adresse électronique", null), ("Entities", "Entités", null), ("ErrorMessage", "Message d'erreur", null),
        ("Event", "Événement", null), ("FilingNumber", "Numéro de dossier", null), ("Fee", "Frais", null), ("FullName", "Nom complet", null), ("Gender", "Civilité", null), ("GrossVat", "TVA brute", null), ("JudgmentDate", "Date du jugement", null),
        ("JudgmentDescription", "Description du jugement", null), ("JudgmentFamily", "Famille du jugement", null), ("JudgmentNature", "Nature du jugement", null), ("Keywords", "Mots-clés", null), ("Kind", "Nature", null), ("Link", "Lien", null), ("Links", "Liens", null),
        ("NetProfit", "Bénéfice net", null), ("NetResult", "Résultat net", null), ("Nodes", "Personnes et sociétés liées", "Related people and companies"), ("Origin", "Origine", null), ("Payment", "Paiement", null), ("Pcl", "Procédure collective", "Collective procedure"),
        ("Pep", "Personne politiquement exposée", "Politically exposed person"), ("Phone", "Téléphone", null), ("Plaintiff", "Demandeur", null), ("ProcessStatus", "État du traitement", null), ("Ratio", "Ratio", null), ("Revenue", "Chiffre d'affaires", null), ("Source", "Source", null),
        ("SourceUpdatedAt", "Modifié à la source le", null), ("State", "État", null), ("Subscription", "Abonnement", null), ("Summary", "Résumé", null), ("SurplusBalance", "Excédent", null), ("Tags", "Signalements", "Hits"), ("TaxReturnValues", "Détail de la liasse", null), ("TotalToPay", "Total à payer", null),
        ("Transactions", "Opérations", null), ("UpdatedAt", "Mis à jour le", null), ("Url", "Adresse web", "Web address"), ("Values", "Valeurs", null), ("Vat", "TVA", null), ("VatValues", "Détail de la TVA", null), ("Website", "Site web", null),
    }.ToDictionary(label => label.Path, label => new Phrase(label.English ?? InWords(label.Path), label.French), StringComparer.Ordinal);

    /// <param name="path">A field name, or names separated by points for a nested field.</param>
    public static Phrase Of(string path)
    {
        if (Known.TryGetValue(path, out Phrase? known) || Known.TryGetValue(ComparedFields.PropertyName(path), out known))
        {
            return known;
        }

        Phrase[] parts = [.. path.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(part => Known.TryGetValue(ComparedFields.PropertyName(part), out Phrase? name) ? name : new Phrase(InWords(part), InWords(part)))];
        return parts.Length == 0
            ? new("(no name)", "(sans nom)")
            : new(string.Join(" ", parts.Select((part, index) => index == 0 ? part.English : Lower(part.English))), string.Join(" : ", parts.Select((part, index) => index == 0 ? part.French : Lower(part.French))));
    }

    /// <summary><c>birth_date</c>, <c>BirthDate</c> and <c>BIRTH_DATE</c> become "Birth date".</summary>
    private static string InWords(string name)
    {
        string[] words = [.. WordStart.Replace(name, " ").Split(['_', '-', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant())
            .Select(word => Capitals.Contains(word, StringComparer.Ordinal) ? word.ToUpperInvariant() : word)];
        string label = string.Join(" ", words);
        return label.Length == 0 ? "(no name)" : char.ToUpperInvariant(label[0]) + label.Substring(1);
    }

    private static string Lower(string label) => label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label.Substring(1) : label;
}
