package fr.hubee.operation.schema;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings of former releases that are constants now, or belong to a démarche: their use is reported. */
final class RemovedSettings {
    private static final List<String> NAMES = List.of(
            "HUBEE_ARRIVALS_EVERY",
            "HUBEE_CLOCK_TOLERANCE",
            "HUBEE_DB_ANSWER",
            "HUBEE_DIGEST_TIMES",
            "HUBEE_DRAIN_LONGEST",
            "HUBEE_JOBS_EVERY",
            "HUBEE_LOG_FILES",
            "HUBEE_LOG_SIZE",
            "HUBEE_PURGE_CONFIRMED_ABOVE",
            "HUBEE_ROUNDS_EVERY",
            "HUBEE_SMTP_TIMEOUT",
            "HUBEE_UNFINISHED_KEPT",
            "HUBEE_ZIP_ROOM");

    private static final List<String> OF_A_DEMARCHE =
            List.of("HUBEE_NEVER_REFUSED", "HUBEE_PORTAL_FILES_KEPT", "HUBEE_SENSITIVE_PROCESSES");

    private RemovedSettings() {}

    /** Returns the warning to log at a start, in one line. */
    static Optional<String> warning(SettingSource source) {
        var moved = set(source, OF_A_DEMARCHE);
        var set = Stream.of(set(source, NAMES), moved)
                .filter(names -> !names.isEmpty())
                .collect(Collectors.joining(", "));
        return set.isEmpty()
                ? Optional.empty()
                : Optional.of("These settings are no more, and are ignored: " + set
                        + ". See the upgrade notes of docs/upgrade.md, and remove them"
                        + (moved.isEmpty() ? "" : Words.text("operation.settings.moved", moved)));
    }

    private static String set(SettingSource source, List<String> names) {
        return names.stream()
                .filter(name -> !source.<String>read(name, "", text -> text).isEmpty())
                .collect(Collectors.joining(", "));
    }
}
