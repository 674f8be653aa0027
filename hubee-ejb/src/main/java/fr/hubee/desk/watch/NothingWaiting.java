package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.Words;

/** The reason why nothing waits for a person's service in the portal. */
public enum NothingWaiting {
    /** No démarche is open to her. */
    NO_PROCESS,
    /** Nothing has arrived yet. */
    NOTHING,
    /** New télédossiers wait for the timer of the hub, which receives them for the service. */
    ARRIVING,
    /** The service has not chosen yet where it works. */
    UNDECIDED,
    /** The service handles in its software all that has arrived. */
    IN_SOFTWARE,
    /** The applicant has to answer in all that is left. */
    AWAITING,
    DONE;

    public String label() {
        return Words.label(this);
    }
}
