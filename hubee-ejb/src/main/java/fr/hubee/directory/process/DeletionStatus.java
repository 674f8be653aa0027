package fr.hubee.directory.process;

import java.util.List;
import java.util.stream.Stream;

/**
 * The case statuses that a person may choose to start the retention period of files; the API accepts others.
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

    /** All of them, plus the current one of a démarche if only the API could have set it. */
    public static List<DeletionStatus> with(String code) {
        return code == null || code.isEmpty() || isKnown(code)
                ? ALL
                : Stream.concat(ALL.stream(), Stream.of(new DeletionStatus(code, code)))
                        .toList();
    }

    static boolean isKnown(String code) {
        return ALL.stream().anyMatch(status -> status.code().equals(code));
    }
}
