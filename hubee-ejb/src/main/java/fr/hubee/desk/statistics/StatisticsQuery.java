package fr.hubee.desk.statistics;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Words;
import java.time.LocalDate;

/**
 * Filter of figures.
 *
 * @param from and {@code to} are days in Paris, both inclusive
 * @param processCode null for all that the caller may see
 * @param organizationType null for all
 */
public record StatisticsQuery(LocalDate from, LocalDate to, String processCode, OrganizationType organizationType) {
    private static final int MOST_YEARS = 10;

    void check() {
        if (from == null || to == null) {
            throw new InvalidRequest(Words.text("desk.statistics.noDays"));
        }
        if (to.isBefore(from)) {
            throw new InvalidRequest(Words.text("desk.statistics.reversed"));
        }
        if (to.isAfter(from.plusYears(MOST_YEARS))) {
            throw new InvalidRequest(Words.text("desk.statistics.tooLong"));
        }
    }
}
