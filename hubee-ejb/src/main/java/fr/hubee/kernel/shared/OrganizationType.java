package fr.hubee.kernel.shared;

/** The role of an organisation in the hub (specification §1.1). */
public enum OrganizationType {
    /** Online-service operator: it sends folders. */
    OSL("Opérateur de service en ligne"),
    /** Instructing service: it handles cases. */
    SI("Service instructeur"),
    /** Software editor: it acts for instructing services that named it. */
    EDT("Éditeur de logiciel"),
    /** The hub's own administration. */
    ADMIN("Administration de la plateforme");

    private final String label;

    OrganizationType(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
