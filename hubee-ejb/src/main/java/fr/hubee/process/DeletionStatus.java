package fr.hubee.process;

import java.util.List;

/**
 * The statuses of a case that a person may choose to start the time after which its files go; the API takes others.
 *
 * @param code as in {@link RetentionRules#fileDeletionStatus}
 * @param label on screen
 */
public record DeletionStatus(String code, String label) {
    public static final List<DeletionStatus> ALL = List.of(
            new DeletionStatus("SENT", "Nouveau"),
            new DeletionStatus("SI_RECEIVED", "Reçu"),
            new DeletionStatus("IN_PROGRESS", "En cours"),
            new DeletionStatus("DONE", "Traité"),
            new DeletionStatus("CLOSED", "Clos"));

    static boolean isKnown(String code) {
        return ALL.stream().anyMatch(status -> status.code().equals(code));
    }
}
