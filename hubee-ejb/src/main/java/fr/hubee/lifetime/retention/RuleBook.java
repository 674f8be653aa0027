package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.ProcessLookup;
import fr.hubee.directory.process.RetentionRules;
import fr.hubee.journal.job.Job;
import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules by which each démarche is purged now. */
@Dependent
class RuleBook {
    @PersistenceContext
    EntityManager entities;

    @Inject
    ProcessLookup processes;

    @Inject
    Clock clock;

    LocalDate today() {
        return PurgePlan.dayOf(clock.instant());
    }

    LocalDate nextDay() {
        return PurgePlan.dayOf(Job.RETENTION.schedule().next(clock.instant()));
    }

    Optional<AcceptedRetention> accepted(String processCode) {
        return Optional.ofNullable(entities.find(AcceptedRetention.class, processCode));
    }

    Optional<AcceptedRetention> acceptedForUpdate(String processCode) {
        return Optional.ofNullable(entities.find(AcceptedRetention.class, processCode, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(AcceptedRetention accepted) {
        entities.persist(accepted);
    }

    /** Unconfirmed shortened settings purge nothing more; inconsistent settings purge nothing at all. */
    Map<String, RetentionRules> inForce() {
        var accepted = entities.createQuery("select a.processCode, a from AcceptedRetention a", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((AcceptedRetention) row[1]).rules()));
        return processes.retentionRules().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> accepted.containsKey(each.getKey()) && PurgePlan.isConsistent(each.getValue())
                                ? LongestRules.of(accepted.get(each.getKey()), each.getValue())
                                : each.getValue()));
    }

    /** Returns the plans of today for démarches with consistent rules; nothing is purged in the others. */
    PurgePlanParameters plans() {
        var day = today();
        var plans = new ArrayList<PurgePlan>();
        inForce().forEach((code, rules) -> {
            try {
                plans.add(PurgePlan.of(code, rules, day));
            } catch (InvalidRequest invalid) {
                // reported by the review of the same run, see RuleReviewService
            }
        });
        return new PurgePlanParameters(plans);
    }
}
