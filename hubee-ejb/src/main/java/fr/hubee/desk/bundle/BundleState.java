package fr.hubee.desk.bundle;

/** The state of a bundle. */
public enum BundleState {
    WAITING("En attente"),
    MAKING("En préparation"),
    READY("Prête"),
    FAILED("Échec"),
    /** Hidden from its owner; its bytes will be deleted. */
    OVER("Supprimée");

    private final String label;

    BundleState(String label) {
        this.label = label;
    }

    /** Returns the text on screen. */
    public String label() {
        return label;
    }
}
