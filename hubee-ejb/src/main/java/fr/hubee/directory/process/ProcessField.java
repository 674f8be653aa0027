package fr.hubee.directory.process;

/** The form fields of a démarche (specification §2.3), in order. */
public enum ProcessField {
    CODE("Code"),
    NAME("Nom"),
    DESCRIPTION("Description"),
    LEGAL_JUSTIFICATION("Fondement juridique"),
    OSL("Opérateur"),
    ACTIVATED("Ouverte aux nouveaux abonnements"),
    SUBSCRIPTION_VALIDATION("Validation des abonnements"),
    FORMATS("Formats acceptés de l’opérateur"),
    SI_FORMATS("Formats acceptés du service instructeur"),
    TYPES("Types de pièces jointes"),
    MAX_SIZE("Taille maximale d’un fichier, en Mo"),
    ENCRYPTED("Fichiers protégés par un mot de passe"),
    MESSAGE_TO_TRANSMITTER("Messages au demandeur"),
    MESSAGE_WITH_STATUS("Message avec un changement de statut"),
    AUTHORIZED_AWAITING("Demandes de compléments"),
    NEVER_REFUSED("Sans refus dans le portail"),
    SENSITIVE("Démarche sensible"),
    FILE_DELETION_STATUS("Statut qui fait courir le délai"),
    FILE_DELETION_DAYS("Jours avant l’effacement des fichiers"),
    ARCHIVING_DAYS("Jours avant l’archivage"),
    FOLDER_DELETION_DAYS("Jours avant la suppression"),
    PORTAL_FILES_KEPT("Durée de garde des fichiers dans le portail");

    private final String label;

    ProcessField(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
