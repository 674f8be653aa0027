package fr.hubee.portal.desk.home;

import fr.hubee.desk.watch.WaitingCase;
import fr.hubee.kernel.shared.Paris;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The deadlines of cases.
 *
 * @param legalDays number of days after the arrival, by démarche
 * @param lastDays last days on which the files of a case are available, where known
 */
record Deadlines(Map<String, Integer> legalDays, Function<WaitingCase, Optional<LocalDate>> lastDays) {

    /** Returns the last day that the law allows. */
    Optional<LocalDate> legal(WaitingCase line) {
        return Optional.ofNullable(legalDays.get(line.processCode()))
                .map(days ->
                        LocalDate.ofInstant(line.transmittedAt(), Paris.ZONE).plusDays(days));
    }

    Optional<LocalDate> filesUntil(WaitingCase line) {
        return lastDays.apply(line);
    }
}
