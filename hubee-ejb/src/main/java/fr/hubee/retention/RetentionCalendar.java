package fr.hubee.retention;

import fr.hubee.job.Job;
import fr.hubee.job.JobSettings;
import fr.hubee.process.RetentionRules;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** The purge runs once a night: the day that applies to the next run. */
@Dependent
class RetentionCalendar {
    @Inject
    RetentionSettings settings;

    @Inject
    JobSettings jobs;

    @Inject
    Clock clock;

    LocalDate today() {
        return PurgePlan.dayOf(clock.instant());
    }

    LocalDate nextDay() {
        return PurgePlan.dayOf(Job.RETENTION.schedule(jobs).next(clock.instant()));
    }

    PurgePlan nextRun(String processCode, RetentionRules rules) {
        return plan(processCode, rules, nextDay());
    }

    PurgePlan plan(String processCode, RetentionRules rules, LocalDate day) {
        return PurgePlan.of(
                processCode, rules, settings.portalFilesKept().get(processCode), settings.unfinishedKept(), day);
    }
}
