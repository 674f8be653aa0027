package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.Words;

/** The reason why nothing waits for a person's service in the portal. */
public enum NothingWaiting {
    /** No démarche is open to her. */
    NO_PROCESS,
    /** Nothing has arrived yet. */
    NOTHING,
    /** What has arrived waits for its service to choose where it works. */
    UNDECIDED,
    /** What has arrived is handled in the service's software. */
    IN_SOFTWARE,
    /** What is left waits for the applicant. */
    AWAITING,
    DONE;

    public String label() {
        return Words.label(this);
    }
}
