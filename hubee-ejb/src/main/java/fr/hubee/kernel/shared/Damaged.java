package fr.hubee.kernel.shared;

/** A file differs from what was received: it is blocked until it is restored. */
public final class Damaged extends HubeeException {
    private static final long serialVersionUID = 1L;

    public Damaged() {
        super("File is damaged");
    }
}
