package fr.hubee.desk.statistics;

import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Publishes past months, each once: a published figure never changes. */
@Stateless
@RolesAllowed(Roles.BATCH)
public class OpenPublishingService {
    @Inject
    MonthCountRepository counts;

    @Inject
    OpenFigureRepository figures;

    /** @return how many months of démarches were published */
    public int publishMonths() {
        var counted = counts.lockedEnd().map(day -> day.withDayOfMonth(1));
        if (counted.isEmpty()
                || figures.until()
                        .filter(until -> !until.isBefore(counted.get().minusDays(1)))
                        .isPresent()) {
            return 0;
        }
        var end = counted.get();
        var disclosed = figures.disclosed();
        var months = counts.before(end);
        for (var month : months) {
            var disclosure = disclosed.computeIfAbsent(
                    month.processCode(), any -> new Disclosure(new Balance(0), new Balance(0)));
            figures.add(disclosure.publish(month));
        }
        figures.publishedUntil(end.minusDays(1));
        return months.size();
    }
}
