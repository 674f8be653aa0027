package fr.hubee.shared;

/** A file that is not what was received: it is not handed out until it was restored. */
public final class Damaged extends HubeeException {
    private static final long serialVersionUID = 1L;

    public Damaged() {
        super("File is damaged");
    }
}
