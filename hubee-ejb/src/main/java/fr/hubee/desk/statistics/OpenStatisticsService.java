package fr.hubee.desk.statistics;

import fr.hubee.desk.statistics.CountedDays.Day;
import fr.hubee.desk.statistics.Disclosure.Balance;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** The figures of all organisations together, month by month. */
@Stateless
@PermitAll // they are public
public class OpenStatisticsService {
    @Inject
    OpenFigureRepository figures;

    @Inject
    OpenFigureCache known;

    @Inject
    CountedDays days;

    public OpenFigures read() {
        return days.get(Day.PUBLISHED_UNTIL)
                .map(until -> known.read(until, () -> new OpenFigures(until, figures.all(), figures.names())))
                .orElse(OpenFigures.NONE);
    }

    /**
     * Publishes past months, each once: a published figure never changes.
     *
     * @return how many months of démarches were published
     */
    @RolesAllowed(RoleNames.BATCH)
    public int publishMonths() {
        var counted = lockedEnd().map(day -> day.withDayOfMonth(1));
        if (counted.isEmpty()
                || days.get(Day.PUBLISHED_UNTIL)
                        .filter(until -> !until.isBefore(counted.get().minusDays(1)))
                        .isPresent()) {
            return 0;
        }
        var end = counted.get();
        var disclosed = figures.disclosed();
        var months = figures.before(end);
        for (var month : months) {
            var disclosure = disclosed.computeIfAbsent(
                    month.processCode(), any -> new Disclosure(new Balance(0), new Balance(0)));
            figures.add(disclosure.publish(month));
        }
        days.set(Day.PUBLISHED_UNTIL, end.minusDays(1));
        return months.size();
    }

    /** Returns the first day that is not counted yet; nobody else publishes until this transaction ends. */
    private Optional<LocalDate> lockedEnd() {
        return days.locked(Day.UNTIL)
                .flatMap(until -> days.get(Day.ORGANIZATIONS_UNTIL)
                        .map(other -> (until.isBefore(other) ? until : other).plusDays(1)));
    }

    /** Keeps the published figures in memory, and reads them again only once a month: a frequent visitor costs the database one row. */
    @ApplicationScoped
    static class OpenFigureCache {
        private LocalDate day;
        private OpenFigures known;

        /** @param until the last day of the newest published month */
        synchronized OpenFigures read(LocalDate until, Supplier<OpenFigures> figures) {
            if (!until.equals(day)) {
                known = figures.get();
                day = until;
            }
            return known;
        }
    }
}
