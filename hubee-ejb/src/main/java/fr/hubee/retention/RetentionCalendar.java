package fr.hubee.retention;

import fr.hubee.job.Job;
import fr.hubee.process.RetentionRules;
import fr.hubee.shared.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** Purges run once a night: which day counts for the one that comes. */
@Dependent
class RetentionCalendar {
    @Inject
    Settings settings;

    @Inject
    Clock clock;

    LocalDate today() {
        return PurgePlan.dayOf(clock.instant());
    }

    LocalDate nextDay() {
        return PurgePlan.dayOf(Job.RETENTION.schedule(settings).next(clock.instant()));
    }

    PurgePlan nextRun(String processCode, RetentionRules rules) {
        return plan(processCode, rules, nextDay());
    }

    PurgePlan plan(String processCode, RetentionRules rules, LocalDate day) {
        return PurgePlan.of(
                processCode,
                rules,
                settings.retention().portalFilesKept().get(processCode),
                settings.retention().unfinishedKept(),
                day);
    }
}
