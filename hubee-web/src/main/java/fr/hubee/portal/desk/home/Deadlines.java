package fr.hubee.portal.desk.home;

import fr.hubee.kernel.shared.Paris;
import fr.hubee.desk.watch.WaitingCase;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Until when cases must be handled.
 *
 * @param legalDays how many days after its arrival, by démarche
 * @param lastDays on which the files of a case are there, where that is known
 */
record Deadlines(Map<String, Integer> legalDays, Function<WaitingCase, Optional<LocalDate>> lastDays) {

    /** The last day that the law allows. */
    Optional<LocalDate> legal(WaitingCase line) {
        return Optional.ofNullable(legalDays.get(line.processCode()))
                .map(days ->
                        LocalDate.ofInstant(line.transmittedAt(), Paris.ZONE).plusDays(days));
    }

    Optional<LocalDate> filesUntil(WaitingCase line) {
        return lastDays.apply(line);
    }
}
