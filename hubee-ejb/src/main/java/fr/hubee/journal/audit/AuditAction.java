package fr.hubee.journal.audit;

/** Every action that is recorded, as described in {@code docs/audit-events.md}. */
public enum AuditAction {
    ORGANIZATION_CREATED("Organisation créée"),
    ORGANIZATION_CHANGED("Organisation modifiée"),
    ORGANIZATIONS_MERGED("Organisations fusionnées"),
    MERGE_UNDONE("Fusion annulée"),

    PROCESS_CREATED("Démarche créée"),
    PROCESS_CHANGED("Démarche modifiée"),
    WATCH_DELAYS_CHANGED("Délais de veille modifiés"),

    SUBSCRIPTION_CREATED("Abonnement demandé"),
    SUBSCRIPTION_VALIDATED("Abonnement validé"),
    SUBSCRIPTION_REFUSED("Abonnement refusé"),
    SUBSCRIPTION_ACTIVATED("Abonnement activé"),
    SUBSCRIPTION_STARTED("Abonnement en service"),
    SUBSCRIPTION_SUSPENDED("Abonnement suspendu"),
    SUBSCRIPTION_CHANGED("Abonnement modifié"),

    CREDENTIALS_CREATED("Identifiants créés"),
    CREDENTIALS_RENEWED("Clé secrète régénérée"),
    CREDENTIALS_ASKED("Clé secrète demandée à l’organisation"),
    CREDENTIALS_REVOKED("Identifiants révoqués"),
    CREDENTIALS_KEY_ADDED("Clé publique enregistrée"),
    CREDENTIALS_KEY_REMOVED("Clé publique retirée"),
    CREDENTIALS_CERTIFICATE_ADDED("Certificat enregistré"),
    CREDENTIALS_CERTIFICATE_REMOVED("Certificat retiré"),
    CREDENTIALS_PROOF_CHOSEN("Preuve demandée au logiciel modifiée"),
    CREDENTIALS_LIMITED("Plafond d’appels modifié"),
    CREDENTIALS_MOVED("Identifiants transférés avec l’abonnement"),
    READING_ASKED("Lecture des pièces demandée pour un client de l’administration"),
    READING_GRANTED("Lecture des pièces accordée à un client de l’administration"),
    READING_WITHDRAWN("Lecture des pièces retirée à un client de l’administration"),

    ACCOUNT_CREATED("Compte créé"),
    ACCOUNT_NOT_CREATED("Compte non créé pour l’administrateur d’un abonnement"),
    ACCOUNT_CHANGED("Compte modifié"),
    ACCOUNT_RIGHTS_CHANGED("Droits modifiés"),
    ACCOUNT_DEACTIVATED("Compte désactivé"),
    ACCOUNT_ACTIVATED("Compte réactivé"),
    DEPUTY_NAMED("Remplacement décidé"),
    DEPUTY_ENDED("Remplacement terminé"),

    LINK_SENT("Lien de création de mot de passe demandé"),
    RESET_VOUCHED_FOR("Attente levée après un nouveau mot de passe"),
    PASSWORD_SET("Mot de passe choisi"),
    SIGNED_IN("Connexion"),
    SIGN_IN_REFUSED("Connexion refusée"),
    ACCOUNT_LOCKED("Compte verrouillé après des échecs"),
    PLACE_REFUSED("Connexions suspendues depuis un réseau après des échecs"),
    SIGNED_OUT("Déconnexion"),
    SECOND_FACTOR_PROVEN("Identité confirmée par un second facteur"),
    TOTP_ENROLLED("Application d’authentification associée"),
    TOTP_REMOVED("Application d’authentification dissociée"),

    MAIL_GIVEN_UP("Courriel abandonné"),
    MAIL_RETRIED("Courriel relancé"),

    ACCESS_REFUSED("Accès refusé"),

    JOURNAL_EXPORTED("Journal exporté"),
    JOURNAL_DROPPED("Mois du journal supprimé"),
    JOB_STARTED("Travail lancé à la main"),
    JOB_STOPPED("Arrêt d’un travail demandé"),
    JOB_RESTARTED("Travail repris à la main"),

    FOLDER_CREATED("Télédossier déposé"),
    FOLDER_STATUS_CHANGED("Statut d’un télédossier modifié"),
    FOLDER_DELETED("Télédossier retiré avant transmission"),
    CASE_TRANSMITTED("Télédossier transmis à son destinataire"),
    CASE_READ("Télédossier ouvert"),
    CASE_RESCUED("Télédossier lu pendant le silence du logiciel"),
    CASE_PRINTED("Télédossier imprimé"),
    ACCOUNTS_EXPORTED("Liste de comptes exportée"),
    SUBSCRIPTIONS_EXPORTED("Liste d’abonnements exportée"),
    CASE_TAKEN("Télédossier pris par un agent"),
    CASE_HANDED_ON("Télédossier confié à un agent"),
    CASE_GIVEN_BACK("Télédossier rendu par un agent"),
    CASES_EXPORTED("Liste de télédossiers exportée"),
    CASE_STATUS_CHANGED("Statut d’un sous-dossier modifié"),
    EVENT_RECORDED("Événement ajouté à l’historique"),
    EVENT_STATUS_CHANGED("Événement transmis ou acquitté"),
    EVENT_DELETED("Dépôt de pièces retiré"),
    ATTACHMENT_RECEIVED("Pièce jointe reçue"),
    ATTACHMENT_BLOCKED("Pièce jointe bloquée par l’antivirus"),
    ATTACHMENT_READ("Pièce jointe téléchargée"),
    ATTACHMENT_RESCUED("Pièce jointe téléchargée pendant le silence du logiciel"),
    BUNDLE_ASKED("Archive de télédossiers demandée"),
    BUNDLE_DELETED("Archive de télédossiers supprimée"),
    COPY_PURGED("Copie du portail purgée"),
    NOTIFICATION_DELETED("Notification acquittée"),
    CASES_MIGRATED("Télédossiers transférés à une autre organisation"),

    RETENTION_ACCEPTED("Durées de conservation prises en compte"),
    FILES_PURGED("Pièces jointes purgées"),
    CASES_ARCHIVED("Télédossiers archivés"),
    FOLDERS_DELETED("Télédossiers supprimés"),
    SHARE_PURGED("Part d’une organisation dans une purge"),
    FILE_DAMAGED("Pièce jointe abîmée dans le stockage"),
    FILE_RESTORED("Pièce jointe reprise dans une sauvegarde");

    private final String label;

    AuditAction(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
