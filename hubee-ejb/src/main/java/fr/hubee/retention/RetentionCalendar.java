package fr.hubee.retention;

import fr.hubee.process.RetentionRules;
import fr.hubee.shared.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;

/** Purges run once a night: which day counts for the one that comes. */
@Dependent
class RetentionCalendar {
    /** When the night's run begins, in Paris. */
    static final LocalTime START = LocalTime.of(2, 0);

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    LocalDate today() {
        return PurgePlan.dayOf(clock.instant());
    }

    LocalDate nextDay() {
        var now = clock.instant().atZone(PurgePlan.PARIS);
        return now.toLocalTime().isBefore(START)
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
    }

    PurgePlan nextRun(String processCode, RetentionRules rules) {
        return plan(processCode, rules, nextDay());
    }

    PurgePlan plan(String processCode, RetentionRules rules, LocalDate day) {
        return PurgePlan.of(
                processCode, rules, settings.retention().portalFilesKept().get(processCode), day);
    }
}
