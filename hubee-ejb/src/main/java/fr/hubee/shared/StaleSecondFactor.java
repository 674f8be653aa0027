package fr.hubee.shared;

/** The act asks for a second factor that was proven a moment ago: the person is asked for it, and begins again. */
public final class StaleSecondFactor extends HubeeException {
    private static final long serialVersionUID = 1L;

    public StaleSecondFactor() {
        super("Confirmez d’abord que c’est bien vous, puis recommencez.");
    }
}
