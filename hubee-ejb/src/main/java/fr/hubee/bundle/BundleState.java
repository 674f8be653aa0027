package fr.hubee.bundle;

/** How far a bundle is. */
public enum BundleState {
    WAITING("En attente"),
    MAKING("En préparation"),
    READY("Prête"),
    FAILED("Échec"),
    /** Nobody sees it any more; its bytes are about to go. */
    OVER("Supprimée");

    private final String label;

    BundleState(String label) {
        this.label = label;
    }

    /** On screen. */
    public String label() {
        return label;
    }
}
