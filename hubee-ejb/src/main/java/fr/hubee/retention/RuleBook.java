package fr.hubee.retention;

import fr.hubee.process.ProcessLookup;
import fr.hubee.process.RetentionRules;
import fr.hubee.shared.InvalidRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** By which rules each démarche is purged now. */
@Dependent
class RuleBook {
    @PersistenceContext
    EntityManager entities;

    @Inject
    ProcessLookup processes;

    @Inject
    RetentionCalendar calendar;

    Optional<AcceptedRetention> accepted(String processCode) {
        return Optional.ofNullable(entities.find(AcceptedRetention.class, processCode));
    }

    Optional<AcceptedRetention> acceptedForUpdate(String processCode) {
        return Optional.ofNullable(entities.find(AcceptedRetention.class, processCode, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(AcceptedRetention accepted) {
        entities.persist(accepted);
    }

    /** What is set and was not confirmed yet takes nothing away; nor does what makes no sense, whatever was followed before. */
    Map<String, RetentionRules> inForce() {
        var accepted = entities.createQuery("select a.processCode, a from AcceptedRetention a", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((AcceptedRetention) row[1]).rules()));
        return processes.retentionRules().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> accepted.containsKey(each.getKey()) && PurgePlan.isSound(each.getValue())
                                ? LongestRules.of(accepted.get(each.getKey()), each.getValue())
                                : each.getValue()));
    }

    /** Of the démarches whose rules make sense; by those of the others, nothing is done. */
    PurgePlans plans(LocalDate day) {
        var plans = new ArrayList<PurgePlan>();
        inForce().forEach((code, rules) -> {
            try {
                plans.add(calendar.plan(code, rules, day));
            } catch (InvalidRequest nonsense) {
                // the review of the same run tells it, see RuleReviewService
            }
        });
        return new PurgePlans(plans);
    }
}
