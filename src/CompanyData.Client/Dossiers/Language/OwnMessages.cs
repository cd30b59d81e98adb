using System.Text.RegularExpressions;

namespace CompanyData.Dossiers;

/// <summary>
/// French versions of the messages that a collection itself writes into a dossier: reasons, remedies and remarks. A dossier has them in English only, so
/// they are recognised by their wording.
/// </summary>
internal static class OwnMessages
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly Regex Place = new(@"\{(?<kind>[a-z]+)\}", RegexOptions.CultureInvariant, Limit);

    /// <summary>
    /// English and French templates. A place has a kind: <c>{message}</c> is another message, <c>{operation}</c> what was tried, <c>{status}</c> a status of
    /// the service, <c>{said}</c> a text of somebody else; any other name is a value. Templates are tried in order.
    /// </summary>
    private static readonly (string English, string French)[] Texts =
    [
        ("{message} Whether it took effect is unknown.", "{message} On ignore si elle a pris effet."),
        ("{message} [request id {id}, after {count} attempts]", "{message} [requête {id}, après {count} tentatives]"),
        ("{message} [request id {id}]", "{message} [requête {id}]"),
        ("{message} [after {count} attempts]", "{message} [après {count} tentatives]"),
        ("Qard: could not {operation} ({subject}): {message}", "Qard : impossible de {operation} ({subject}) : {message}"),
        ("Qard: could not {operation}: {message}", "Qard : impossible de {operation} : {message}"),

        // Reasons of a failed request.
        ("no response in time", "pas de réponse à temps"),
        ("too many requests failed in a row, so none is sent for now", "trop de requêtes ont échoué de suite ; aucune n'est envoyée pour l'instant"),
        ("the proxy requires authentication (407)", "le proxy exige une authentification (407)"),
        ("the server's identity could not be verified: {said}", "l'identité du serveur n'a pas pu être vérifiée : {said}"),
        ("the connection failed: {said}", "la connexion a échoué : {said}"),
        ("the service answered {number} with an empty body", "le service a répondu {number} sans contenu"),
        ("the service answered {number} with {what} instead of JSON", "le service a répondu {number} avec {what} au lieu de JSON"),
        ("the service answered {number}, but its JSON cannot be read{where}", "le service a répondu {number}, mais son JSON est illisible{where}"),
        ("the service answered {number}, but with an error: {said}", "le service a répondu {number}, mais par une erreur : {said}"),
        ("{number}, the proxy requires authentication", "{number}, le proxy exige une authentification"),
        ("{number}, the key was refused: {said}", "{number}, la clé a été refusée : {said}"),
        ("{number}, the key was refused", "{number}, la clé a été refusée"),
        ("{number}, not found: {said}", "{number}, introuvable : {said}"),
        ("{number}, not found", "{number}, introuvable"),
        ("{number}, too many requests: {said}", "{number}, trop de requêtes : {said}"),
        ("{number}, too many requests", "{number}, trop de requêtes"),
        ("{number}, a redirect that is not followed", "{number}, une redirection qui n'est pas suivie"),
        ("{number} {name}: {said}", "{number} {name} : {said}"),
        ("{number} {name}", "{number} {name}"),
        ("{message} ({code})", "{message} ({code})"),

        // Reasons of a synchronisation, a connection or a company.
        ("{provider} requires the end user's consent again", "{provider} demande de nouveau le consentement de l'utilisateur final"),
        ("{provider} could not be read", "{provider} n'a pas pu être lu"),
        ("internal error at the service", "erreur interne du service"),
        ("it ended as '{status}', a status that this version does not know", "elle s'est terminée par « {status} », un état que cette version ne connaît pas"),
        ("no data connection of the user collects it", "aucune connexion de l'utilisateur ne le collecte"),
        ("the connection to {provider} is {status}", "la connexion à {provider} est dans l'état « {status} »"),
        ("the service has no profile of the company", "le service n'a pas de profil de la société"),
        ("Siren {siren} is not yet in Qard; a name is required to create it.", "Le SIREN {siren} n'est pas encore dans Qard ; il faut un nom pour le créer."),
        ("Qard: the user of siren {siren} has no id.", "Qard : l'utilisateur du SIREN {siren} n'a pas d'identifiant."),
        ("Qard: the connection of user {user} to {provider} is still {status} after {time}.", "Qard : la connexion de l'utilisateur {user} à {provider} est toujours dans l'état « {status} » après {time}."),
        ("Qard: the connection of user {user} to {provider} is {status}.", "Qard : la connexion de l'utilisateur {user} à {provider} est dans l'état « {status} »."),
        ("Qard: the synchronisation of user {user} has not ended within {time} ({state}). It continues.", "Qard : la synchronisation de l'utilisateur {user} n'est pas terminée après {time} ({state}). Elle continue."),
        ("Qard: user {user} already has a connection to '{provider}'.", "Qard : l'utilisateur {user} a déjà une connexion à « {provider} »."),
        ("Qard: there is no provider '{provider}'.", "Qard : il n'y a pas de fournisseur « {provider} »."),
        ("Qard: the provider '{provider}' is not enabled; it requires credentials first ({fields}).", "Qard : le fournisseur « {provider} » n'est pas activé ; il lui faut d'abord des identifiants ({fields})."),
        ("Qard: the provider '{provider}' is not enabled.", "Qard : le fournisseur « {provider} » n'est pas activé."),
        ("Qard: a synchronisation of user {user} is already in progress.", "Qard : une synchronisation de l'utilisateur {user} est déjà en cours."),
        ("{count} users have this siren; {user} was used, as at the start of the run.", "{count} utilisateurs ont ce SIREN ; {user} a été utilisé, comme au début de la collecte."),
        ("{count} users have this siren; the oldest, {user}, was used.", "{count} utilisateurs ont ce SIREN ; le plus ancien, {user}, a été utilisé."),

        // Remedies.
        ("Try again later: {command}", "Réessayer plus tard : {command}"),
        ("Try again later. If the error persists, give the sync id {id} to the service's support.", "Réessayer plus tard. Si l'erreur persiste, donner l'identifiant de synchronisation {id} à l'assistance du service."),
        ("Try again later. If the error persists, give the request id to the service's support.", "Réessayer plus tard. Si l'erreur persiste, donner l'identifiant de la requête à l'assistance du service."),
        ("Try again later, or increase -TimeoutSec of {command}.", "Réessayer plus tard, ou augmenter -TimeoutSec de {command}."),
        ("Check with: {command}", "Vérifier avec : {command}"),
        ("Run Set-GoCardlessCredential with {options}.", "Exécuter Set-GoCardlessCredential avec {options}."),
        ("Run {command}, then {other}.", "Exécuter {command}, puis {other}."),
        ("Run {command}.", "Exécuter {command}."),
        ("Get it with {command}; add data types with {other}.", "L'obtenir avec {command} ; ajouter des types de données avec {other}."),
        ("List the providers with {command}.", "Lister les fournisseurs avec {command}."),
        ("Wait for it with: {command}", "L'attendre avec : {command}"),
        ("Add it with {command}, then start again.", "L'ajouter avec {command}, puis recommencer."),
        ("Let the end user connect again ({command}), then start again.", "Faire reconnecter l'utilisateur final ({command}), puis recommencer."),
        ("Let the end user consent at {address}, then start again.", "Faire donner son consentement à l'utilisateur final sur {address}, puis recommencer."),
        ("Let the end user consent at {address}", "Faire donner son consentement à l'utilisateur final sur {address}"),
        ("Reconnect with: {command}", "Reconnecter avec : {command}"),
        ("Wait again with: {command}, or check with {other}.", "Attendre de nouveau avec : {command}, ou vérifier avec {other}."),
        ("Check the siren, or try again later.", "Vérifier le SIREN, ou réessayer plus tard."),
        ("Give -Name, or a 'name' column.", "Donner -Name, ou une colonne « name »."),
        ("Check the id, and that it was created with the account of this session.", "Vérifier l'identifiant, et qu'il a été créé avec le compte de cette session."),
        ("Check the key and call {command} again.", "Vérifier la clé et rappeler {command}."),
        ("Wait a few minutes, or lower -ThrottleLimit.", "Attendre quelques minutes, ou réduire -ThrottleLimit."),
        ("Check the network, the proxy and the address of the session, then try again.", "Vérifier le réseau, le proxy et l'adresse de la session, puis réessayer."),
        ("Check that the address of the session is that of the API, and that no proxy answers instead.", "Vérifier que l'adresse de la session est celle de l'API, et qu'aucun proxy ne répond à sa place."),
        ("The service asks to wait {time}; try again after that.", "Le service demande d'attendre {time} ; réessayer ensuite."),
    ];

    private static readonly Dictionary<string, string> Operations = new(StringComparer.Ordinal)
    {
        ["list the users"] = "lister les utilisateurs",
        ["read the user"] = "lire l'utilisateur",
        ["create the user"] = "créer l'utilisateur",
        ["list the data connections"] = "lister les connexions",
        ["read the data connection"] = "lire la connexion",
        ["change the data connection"] = "modifier la connexion",
        ["start the synchronisation"] = "démarrer la synchronisation",
        ["read the synchronisations"] = "lire les synchronisations",
    };

    private static readonly (Regex English, string French)[] Patterns = [.. Texts.Select(text => (Pattern(text.English), text.French))];

    /// <summary>The French text; a message that is not recognised stays English.</summary>
    public static Translation ToFrench(string message)
    {
        foreach ((Regex english, string french) in Patterns)
        {
            Match match = english.Match(message);
            if (match.Success)
            {
                string? said = null;
                string text = Place.Replace(french, place => Value(place.Groups["kind"].Value, match, ref said));
                return new(text, said);
            }
        }

        return new(message, message);
    }

    private static string Value(string kind, Match match, ref string? said)
    {
        string value = match.Groups[kind].Value;
        switch (kind)
        {
            case "message":
                Translation inner = ToFrench(value);
                said = inner.English;
                return inner.Text;
            case "said":
                said = value;
                return value;
            case "operation":
                return Operation(value);
            case "status":
                return ValueLabels.French("Status", value) ?? value;
            default:
                return value;
        }
    }

    private static string Operation(string operation) => Operations.TryGetValue(operation, out string? french) ? french
        : operation.StartsWith("connect ", StringComparison.Ordinal) ? $"connecter {operation.Substring("connect ".Length)}"
        : operation.StartsWith("read ", StringComparison.Ordinal) ? $"lire « {new Wording(Wording.French).Label(operation.Substring("read ".Length))} »"
        : $"« {operation} »";

    /// <summary>A number has three digits, as a status of HTTP has; an operation ends before its subject.</summary>
    private static Regex Pattern(string english) => new(
        $"^{Place.Replace(Regex.Escape(english).Replace(@"\{", "{"), place => $"(?<{place.Groups["kind"].Value}>{(place.Groups["kind"].Value switch { "number" => @"\d{3}", "name" => @"\w+", "code" => @"[\w.-]+", "operation" => @"[^(:]+?", "where" => ".*", "message" or "said" => @"[\s\S]+", _ => @"[\s\S]+?" })})")}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Limit);
}
