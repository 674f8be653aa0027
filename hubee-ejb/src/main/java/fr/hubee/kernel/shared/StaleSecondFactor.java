package fr.hubee.kernel.shared;

/** The action requires a recent second factor: the person must prove it, and start again. */
public final class StaleSecondFactor extends HubeeException {
    private static final long serialVersionUID = 1L;

    public StaleSecondFactor() {
        super("Confirmez d’abord que c’est bien vous, puis recommencez.");
    }
}
