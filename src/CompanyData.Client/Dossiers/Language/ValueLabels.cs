namespace CompanyData.Dossiers;

/// <summary>
/// French words for the enumerated values of the services. Only fields that are enumerations are translated: the same word in a name or in a text
/// stays as it is.
/// </summary>
internal static class ValueLabels
{
    private const string Separator = "; ";

    private static readonly HashSet<string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        "Status", "Type", "Outcome", "Acceptable", "Reasons", "AccountType", "TransactionType", "SourceType", "FrequencyUnit", "Every", "ProcessStatus",
    };

    private static readonly Dictionary<string, string> Known = new (string Word, string French)[]
    {
        // Synchronisations, connections, documents.
        ("SUCCESS", "Réussi"), ("QUEUED", "En attente"), ("FETCHING", "En cours"), ("AUTH_ERROR", "Échec d'authentification"), ("FETCH_ERROR", "Échec de lecture"), ("INTERNAL_ERROR", "Erreur interne"),
        ("NOT_STARTED", "Non démarré"), ("AUTH_REQUIRED", "Consentement requis"), ("CONNECTING", "Connexion en cours"), ("CONNECTED", "Connecté"), ("DISCONNECTED", "Déconnecté"),
        ("PENDING", "En attente"), ("IN_PROGRESS", "En cours"), ("FINISHED", "Terminé"), ("ERROR", "Erreur"),

        // People, companies and checks.
        ("PERSON", "Personne"), ("NATURAL", "Personne physique"), ("COMPANY", "Société"), ("LEGAL", "Personne morale"), ("CLEAR", "Sans signalement"), ("ATTENTION", "À examiner"), ("OK", "Oui"), ("NOK", "Non"),
        ("BENEFICIAL_OWNER_BLACKLISTED", "Bénéficiaire effectif sur liste noire"), ("BENEFICIAL_OWNER_NATIONALITY_BLACKLISTED", "Nationalité d'un bénéficiaire effectif sur liste noire"),
        ("COMPANY_ADDRESS_BLACKLISTED", "Adresse de la société sur liste noire"), ("MANAGEMENT_DIFFICULTIES", "Difficultés de direction"), ("RELATED_MANAGEMENT_DIFFICULTIES", "Difficultés de direction d'une entité liée"),
        ("FINANCIAL_DIFFICULTIES", "Difficultés financières"), ("RELATED_FINANCIAL_DIFFICULTIES", "Difficultés financières d'une entité liée"), ("CLOSED_COMPANY", "Société fermée"), ("INACTIVE_COMPANY", "Société inactive"),
        ("WATCHLIST", "Liste de surveillance"), ("PEP", "Personne politiquement exposée"), ("ADVERSE_MEDIA", "Presse défavorable"), ("OTHER_LISTS", "Autres listes"),

        // Transactions, subscriptions and accounts.
        ("PAYOUT", "Virement"), ("PAYMENT", "Paiement"), ("FEE", "Frais"), ("PAYMENT_REFUND", "Remboursement"), ("OTHER", "Autre"), ("DENIED", "Refusé"), ("SUCCESS_REFUND", "Remboursé"),
        ("CREATED", "Créé"), ("ACTIVE", "Actif"), ("DAY", "Jour"), ("WEEK", "Semaine"), ("MONTH", "Mois"), ("YEAR", "An"),
        ("CHECKING", "Compte courant"), ("SAVINGS", "Épargne"), ("CREDIT_CARD", "Carte de crédit"), ("LOAN", "Prêt"), ("UNKNOWN", "Inconnu"),
        ("BANK", "Banque"), ("CARD", "Carte"), ("CHECK", "Chèque"), ("ORDER", "Prélèvement"), ("TRANSFER", "Virement"), ("WITHDRAWAL", "Retrait"),
    }.ToDictionary(value => value.Word, value => value.French, StringComparer.OrdinalIgnoreCase);

    /// <param name="field">Property path of the value, such as <c>Details.Type</c>.</param>
    /// <param name="value">The value, or several that are separated by semicolons.</param>
    /// <returns>Null if the field is not an enumeration or a word is unknown.</returns>
    public static string? French(string field, string value)
    {
        string[] words = value.Split([Separator], StringSplitOptions.None);
        return Fields.Contains(ComparedFields.PropertyName(field.Substring(field.LastIndexOf('.') + 1))) && words.All(Known.ContainsKey)
            ? string.Join(Separator, words.Select(word => Known[word]))
            : null;
    }
}
