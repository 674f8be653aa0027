package fr.hubee.kernel.shared;

/** The action requires a recent second factor: the person must prove it, and start again. */
public final class StaleSecondFactor extends HubeeException {
    private static final long serialVersionUID = 1L;

    public StaleSecondFactor() {
        super(Words.text("kernel.secondFactor.stale"));
    }
}
