package fr.hubee.portal.home;

import fr.hubee.retention.FilesKept;
import fr.hubee.shared.Paris;
import fr.hubee.todo.WaitingCase;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Until when cases must be handled.
 *
 * @param legalDays how many days after its arrival, by démarche
 */
record Deadlines(Map<String, Integer> legalDays, FilesKept files) {

    /** The last day that the law allows. */
    Optional<LocalDate> legal(WaitingCase line) {
        return Optional.ofNullable(legalDays.get(line.processCode()))
                .map(days ->
                        LocalDate.ofInstant(line.transmittedAt(), Paris.ZONE).plusDays(days));
    }

    Optional<LocalDate> filesUntil(WaitingCase line) {
        return files.inPortalUntil(line.processCode(), line.transmittedAt(), line.reached());
    }
}
