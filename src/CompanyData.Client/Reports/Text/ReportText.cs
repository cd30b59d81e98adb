using CompanyData.Dossiers;

namespace CompanyData.Reports;

/// <summary>The fixed texts of reports. The labels of data fields are in <see cref="FieldLabels"/>.</summary>
internal static class ReportText
{
    public static readonly Phrase Dossier = new("Company dossier", "Dossier de société");
    public static readonly Phrase Dossiers = new("Company dossiers", "Dossiers de sociétés");
    public static readonly Phrase PageTitle = new("{0} ({1}): company dossier", "{0} ({1}) : dossier de société");
    public static readonly Phrase ChangesTitle = new("{0} ({1}): changes", "{0} ({1}) : changements");
    public static readonly Phrase ToContent = new("Skip to content", "Aller au contenu");
    public static readonly Phrase Company = new("Company", "Société");
    public static readonly Phrase OneCompany = new("company", "société");
    public static readonly Phrase Companies = new("companies", "sociétés");
    public static readonly Phrase Collected = new("Collected", "Collecté le");
    public static readonly Phrase Created = new("Report created", "Rapport établi le");
    public static readonly Phrase PreparedBy = new("Prepared by", "Établi par");
    public static readonly Phrase ReviewedBy = new("Reviewed by", "Vérifié par");
    public static readonly Phrase PageOf = new("Page {0} of {1}", "Page {0} sur {1}");
    public static readonly Phrase Footer = new("Collected from Qard with CompanyData on {0}. Confidential: this page contains personal data.", "Collecté auprès de Qard avec CompanyData le {0}. Confidentiel : cette page contient des données personnelles.");
    public static readonly Phrase Confidential = new("Confidential: these pages contain personal data.", "Confidentiel : ces pages contiennent des données personnelles.");

    public static readonly Phrase Sandbox = new("SANDBOX", "SANDBOX");
    public static readonly Phrase SandboxPage = new("Fictitious data from a sandbox; it does not describe a real company.", "Données fictives d'un bac à sable : elles ne disent rien d'une société réelle.");
    public static readonly Phrase SandboxSome = new("{0} of {1} companies have fictitious data from a sandbox, which does not describe a real company.", "{0} sociétés sur {1} contiennent des données fictives d'un bac à sable, qui ne disent rien d'une société réelle.");

    public static readonly Phrase Findings = new("Findings", "Constats");
    public static readonly Phrase NothingCollected = new("Nothing could be collected.", "Rien n'a pu être collecté.");
    public static readonly Phrase IsMissing = new("requested item is missing.", "élément demandé manque.");
    public static readonly Phrase AreMissing = new("requested items are missing.", "éléments demandés manquent.");
    public static readonly Phrase NothingStandsOut = new("All requested data was collected, and nothing stands out.", "Toutes les données demandées ont été collectées, et rien n'attire l'attention.");
    public static readonly Phrase AllCollected = new("All requested data was collected; {0}", "Toutes les données demandées ont été collectées ; {0}");
    public static readonly Phrase NeedsReview = new("item needs review.", "point est à examiner.");
    public static readonly Phrase NeedReview = new("items need review.", "points sont à examiner.");
    public static readonly Phrase OwnersOver = new("owners of more than {0}", "bénéficiaires de plus de {0}");
    public static readonly Phrase CountOf = new("{0} of {1}", "{0} sur {1}");
    public static readonly Phrase OfficersFigure = new("officers", "dirigeants");
    public static readonly Phrase NotCollectedFigure = new("not collected", "non collectés");
    public static readonly Phrase ToReviewFigure = new("to review", "à examiner");
    public static readonly Phrase WhatToDo = new("What to do: {0}", "Que faire : {0}");
    public static readonly Phrase Reference = new("Reference: {0}", "Référence : {0}");

    public static readonly Phrase Identity = new("Identity", "Identité");
    public static readonly Phrase NameInRequest = new("Name in the request", "Nom dans la demande");
    public static readonly Phrase NotRequested = new("Not requested.", "Non demandé.");
    public static readonly Phrase NotCollected = new("Not collected: see the findings.", "Non collecté : voir les constats.");
    public static readonly Phrase NotCollectedState = new("Not collected.", "Non collecté.");
    public static readonly Phrase CollectedState = new("Collected.", "Collecté.");
    public static readonly Phrase None = new("None.", "Aucun.");

    public static readonly Phrase People = new("Officers and beneficial owners", "Dirigeants et bénéficiaires effectifs");
    public static readonly Phrase Officers = new("Officers", "Dirigeants");
    public static readonly Phrase Owners = new("Beneficial owners", "Bénéficiaires effectifs");
    public static readonly Phrase PeopleCaption = new("Who runs, audits, owns or controls the company", "Qui dirige, contrôle ou détient la société");
    public static readonly Phrase Name = new("Name", "Nom");
    public static readonly Phrase Roles = new("Roles", "Fonctions");
    public static readonly Phrase Holds = new("Holds", "Détient");
    public static readonly Phrase Born = new("Born", "Né(e)");
    public static readonly Phrase Nationality = new("Nationality", "Nationalité");
    public static readonly Phrase Address = new("Address", "Adresse");
    public static readonly Phrase RoleFrom = new("{0}, since {1}", "{0}, depuis le {1}");
    public static readonly Phrase RoleUntil = new("{0}, until {1}", "{0}, jusqu'au {1}");
    public static readonly Phrase RoleFromUntil = new("{0}, from {1} to {2}", "{0}, du {1} au {2}");
    public static readonly Phrase OfShares = new("{0} of shares", "{0} du capital");
    public static readonly Phrase OfVotes = new("{0} of votes", "{0} des droits de vote");
    public static readonly Phrase OverThreshold = new("more than {0}", "plus de {0}");
    public static readonly Phrase PartNotDisclosed = new("holding not disclosed", "part non communiquée");
    public static readonly Phrase DiagramTitle = new("Who owns {0}", "Qui détient {0}");
    public static readonly Phrase DiagramText = new("{0} is owned by {1}.", "{0} est détenue par {1}.");
    public static readonly Phrase DiagramHolder = new("{0} with {1}", "{0} avec {1}");
    public static readonly Phrase And = new("{0} and {1}", "{0} et {1}");
    public static readonly Phrase TheCompany = new("the company", "la société");
    public static readonly Phrase HeavyFrames = new("Bold borders mark owners of more than {0} of shares or votes.", "Un cadre épais signale les bénéficiaires de plus de {0} du capital ou des droits de vote.");

    public static readonly Phrase Number = new("No.", "N°");
    public static readonly Phrase OneItem = new("item", "élément");
    public static readonly Phrase Items = new("items", "éléments");
    public static readonly Phrase TableOf = new("{0}: {1}", "{0} : {1}");

    public static readonly Phrase Sources = new("Sources and times", "Sources et dates");
    public static readonly Phrase SourcesCaption = new("Synchronisations for this dossier", "Ce que le service a synchronisé pour ce dossier");
    public static readonly Phrase Synchronisation = new("Synchronisation: {0}", "Synchronisation : {0}");
    public static readonly Phrase NothingSynchronised = new("Nothing was synchronised.", "Rien n'a été synchronisé.");
    public static readonly Phrase Data = new("Data", "Données");
    public static readonly Phrase Source = new("Source", "Source");
    public static readonly Phrase Requested = new("Requested", "Demandé le");
    public static readonly Phrase RequestedData = new("Requested data", "Données demandées");
    public static readonly Phrase Completed = new("Completed", "Terminé le");
    public static readonly Phrase Result = new("Result", "Résultat");
    public static readonly Phrase Started = new("Collection started", "Début de la collecte");
    public static readonly Phrase Complete = new("Collection completed", "Fin de la collecte");
    public static readonly Phrase Took = new("Duration", "Durée");
    public static readonly Phrase Seconds = new("{0} seconds", "{0} secondes");
    public static readonly Phrase Service = new("Service", "Service");
    public static readonly Phrase IsSandbox = new("Sandbox", "Bac à sable");
    public static readonly Phrase Provider = new("Provider", "Fournisseur");

    public static readonly Phrase Appendix = new("Appendix", "Annexe");
    public static readonly Phrase FurtherData = new("Further data", "Autres données");
    public static readonly Phrase Identifiers = new("Identifiers at the service", "Identifiants auprès du service");
    public static readonly Phrase Thing = new("Of", "De");
    public static readonly Phrase Kind = new("Kind", "Nature");
    public static readonly Phrase Value = new("Identifier", "Identifiant");

    public static readonly Phrase Changes = new("Changes", "Changements");
    public static readonly Phrase ChangesOfRun = new("Changes of a portfolio", "Changements d'un portefeuille");
    public static readonly Phrase OneChange = new("change", "changement");
    public static readonly Phrase ManyChanges = new("changes", "changements");
    public static readonly Phrase ChangesIn = new("{0} in {1}", "{0} dans {1}");
    public static readonly Phrase NoChanges = new("No changes were found.", "Aucun changement n'a été constaté.");
    public static readonly Phrase UnchangedNotListed = new("Companies without changes are not listed.", "Une société sans changement n'est pas mentionnée.");
    public static readonly Phrase Compared = new("Collected on {0}, compared with {1}.", "Collecté le {0}, comparé au {1}.");
    public static readonly Phrase ChangesCaption = new("Changes, the most urgent first", "Changements, les plus urgents d'abord");
    public static readonly Phrase Change = new("Change", "Changement");
    public static readonly Phrase Subject = new("Subject", "Objet");
    public static readonly Phrase Before = new("Before", "Avant");
    public static readonly Phrase After = new("After", "Après");

    public static readonly Phrase CompaniesSheet = new("Companies", "Sociétés");
    public static readonly Phrase PersonsSheet = new("Persons", "Personnes");
    public static readonly Phrase SourcesSheet = new("Sources", "Sources");
    public static readonly Phrase CriticalCount = new("Critical items", "Points critiques");
    public static readonly Phrase ReviewCount = new("Items to review", "Points à examiner");
    public static readonly Phrase Closed = new("Closed", "Fermée le");
    public static readonly Phrase OwnersOverLimit = new("Owners over the threshold", "Bénéficiaires au-delà du seuil");
    public static readonly Phrase IsOfficer = new("Is officer", "Est dirigeant");
    public static readonly Phrase IsOwner = new("Is beneficial owner", "Est bénéficiaire effectif");
    public static readonly Phrase SharesPercent = new("Shares (%)", "Capital (%)");
    public static readonly Phrase VotesPercent = new("Votes (%)", "Droits de vote (%)");
    public static readonly Phrase OfficerId = new("Officer id", "Identifiant du dirigeant");
    public static readonly Phrase OwnerId = new("Owner id", "Identifiant du bénéficiaire");
    public static readonly Phrase SyncId = new("Synchronisation id", "Identifiant de la synchronisation");
    public static readonly Phrase Code = new("Code", "Code");
    public static readonly Phrase Message = new("Message", "Message");
    public static readonly Phrase Remedy = new("What to do", "Que faire");
    public static readonly Phrase Evidence = new("Evidence", "Emplacement");
    public static readonly Phrase ReferenceColumn = new("Reference", "Référence");
    public static readonly Phrase Area = new("Area", "Domaine");
    public static readonly Phrase FieldColumn = new("Field", "Champ");
    public static readonly Phrase ReferenceDate = new("Compared with", "Comparé au");
    public static readonly Phrase State = new("State", "État");
    public static readonly Phrase ItemCount = new("Items", "Éléments");

    public static readonly Phrase IndexCaption = new("The companies, the most urgent first", "Les sociétés, les plus urgentes d'abord");
    public static readonly Phrase Urgency = new("Urgency", "Urgence");
    public static readonly Phrase Reason = new("Reason", "Motif");
    public static readonly Phrase Status = new("Status", "État");
    public static readonly Phrase AndMore = new("{0} (and {1} more)", "{0} (et {1} de plus)");
    public static readonly Phrase FilterUrgency = new("By urgency", "Par urgence");
    public static readonly Phrase FilterStatus = new("By status", "Par état");
    public static readonly Phrase FilterChanges = new("By change", "Par changement");
    public static readonly Phrase All = new("All", "Tous");
    public static readonly Phrase WithChanges = new("Changed", "Modifiées");
    public static readonly Phrase Option = new("{0} ({1})", "{0} ({1})");
    public static readonly Phrase AllChanges = new("All changes of this run", "Tous les changements de cette collecte");

    /// <summary>Words of the data with a fixed translation.</summary>
    public static readonly IReadOnlyDictionary<string, Phrase> Words = new Phrase[]
    {
        new("Complete", "Complet"), new("Partial", "Partiel"), new("Failed", "Échec"),
        new("Critical", "Critique"), new("Review", "À examiner"), new("Note", "Note"), new("None", "Aucune"),
        new("Added", "Ajout"), new("Removed", "Suppression"), new("Changed", "Modification"),
        new("Dossier", "Dossier"), new("Company", "Société"), new("Person", "Personne"), new("Officer", "Dirigeant"), new("BeneficialOwner", "Bénéficiaire effectif"), new("Beneficial owner", "Bénéficiaire effectif"),
        new("Yes", "Oui"), new("No", "Non"), new("(no name)", "(sans nom)"),
    }.ToDictionary(phrase => phrase.English, StringComparer.Ordinal);
}
