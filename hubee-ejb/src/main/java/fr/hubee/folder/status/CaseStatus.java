package fr.hubee.folder.status;

import fr.hubee.shared.InvalidRequest;
import fr.hubee.shared.NotAllowed;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a case stands (specification §3.1).
 *
 * <p>The API checks that a status belongs to the list and that the party may set it, never the order: real software
 * goes straight from one to another.
 */
public enum CaseStatus {
    HUBEE_RECEIVED("Annoncé"),
    HUBEE_COMPLETED("Déposé"),
    HUBEE_NOTIFIED("À récupérer"),
    SENT("Nouveau"),
    SI_RECEIVED("Reçu"),
    SI_INTG_ERROR("Erreur d’intégration"),
    IN_PROGRESS("En cours"),
    ADD_AWAITING("En attente de compléments"),
    REFUSED("Refusé"),
    DONE("Traité"),
    CLOSED("Clos"),
    ARCHIVED("Archivé");

    private static final Set<CaseStatus> BY_RECIPIENT =
            EnumSet.of(SENT, SI_RECEIVED, SI_INTG_ERROR, IN_PROGRESS, ADD_AWAITING, REFUSED, DONE);
    private static final Set<CaseStatus> BY_TRANSMITTER = EnumSet.complementOf(EnumSet.of(HUBEE_RECEIVED, ARCHIVED));

    private final String label;

    CaseStatus(String label) {
        this.label = label;
    }

    /** @param name as somebody wrote it; may be null, or no status at all */
    public static Optional<CaseStatus> named(String name) {
        return Stream.of(values()).filter(status -> status.name().equals(name)).findFirst();
    }

    /** On screen. */
    public String label() {
        return label;
    }

    /** Whether the portal has not fetched it, for the first time or again. */
    public boolean isToBeFetched() {
        return this == HUBEE_COMPLETED || this == HUBEE_NOTIFIED;
    }

    /**
     * Checks that a party may bring a case to a status.
     *
     * @throws InvalidRequest when nobody may, and for what is archived
     * @throws NotAllowed when it is the transmitter's alone: closing, and reopening what is closed
     */
    public static void check(Party party, CaseStatus current, CaseStatus wanted) {
        if (current == ARCHIVED) {
            throw new InvalidRequest("Case is archived");
        }
        if (!BY_TRANSMITTER.contains(wanted)) {
            throw new InvalidRequest("Case status " + wanted + " cannot be set");
        }
        if (party == Party.RECIPIENT && (current == CLOSED || !BY_RECIPIENT.contains(wanted))) {
            throw new NotAllowed();
        }
    }

    /**
     * Whether a case in this status has come as far as a milestone, also when it skipped it. What its software could not
     * take in has only been fetched; to refuse is as far as to handle.
     */
    public boolean isAtLeast(CaseStatus milestone) {
        return progress() >= milestone.progress();
    }

    private int progress() {
        return switch (this) {
            case HUBEE_RECEIVED -> 0;
            case HUBEE_COMPLETED, HUBEE_NOTIFIED -> 1;
            case SENT, SI_INTG_ERROR -> 2;
            case SI_RECEIVED -> 3;
            case IN_PROGRESS -> 4;
            case ADD_AWAITING -> 5;
            case REFUSED, DONE -> 6;
            case CLOSED -> 7;
            case ARCHIVED -> 8;
        };
    }
}
