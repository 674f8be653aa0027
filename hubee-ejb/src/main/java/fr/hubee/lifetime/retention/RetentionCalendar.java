package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.journal.job.Job;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;

/** The calendar of the purge, which runs once a night: the day that applies to the next run. */
@Dependent
class RetentionCalendar {
    /** Time after the last change of a folder that its operator announced and did not complete. */
    private static final Period UNFINISHED_KEPT = Period.ofDays(30);

    @Inject
    Clock clock;

    LocalDate today() {
        return PurgePlan.dayOf(clock.instant());
    }

    LocalDate nextDay() {
        return PurgePlan.dayOf(Job.RETENTION.schedule().next(clock.instant()));
    }

    PurgePlan nextRun(String processCode, RetentionRules rules) {
        return plan(processCode, rules, nextDay());
    }

    PurgePlan plan(String processCode, RetentionRules rules, LocalDate day) {
        return PurgePlan.of(processCode, rules, UNFINISHED_KEPT, day);
    }
}
