package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.journal.job.Job;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules by which each démarche is purged now. */
@Dependent
class RuleBook {
    /** Keeps files without limit, when neither rule clearly keeps all of them longer. */
    private static final RetentionRules FOR_EVER =
            new RetentionRules(CaseStatus.CLOSED.name(), Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    LocalDate today() {
        return PurgePlan.dayOf(clock.instant());
    }

    LocalDate nextDay() {
        return PurgePlan.dayOf(Job.RETENTION.nextSlot(clock.instant()));
    }

    /** Returns the settings of each démarche, by its code. */
    Map<String, RetentionRules> wanted() {
        return rules("select p.code, p.details.retention from Process p");
    }

    private Map<String, RetentionRules> rules(String query) {
        return entities.createQuery(query, Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (RetentionRules) row[1]));
    }

    RetentionRules wanted(String processCode) {
        return setting("retention", RetentionRules.class, processCode).orElseThrow(() -> NotFound.of("Process"));
    }

    /** Returns the operator of a démarche; empty when that is not known any more. */
    Optional<OrganizationKey> operator(String processCode) {
        return setting("osl", OrganizationKey.class, processCode);
    }

    private <T> Optional<T> setting(String name, Class<T> type, String processCode) {
        return entities.createQuery("select p.details." + name + " from Process p where p.code = :code", type)
                .setParameter("code", processCode)
                .getResultStream()
                .findFirst();
    }

    Optional<AcceptedRetention> accepted(String processCode) {
        return Optional.ofNullable(RowLookup.find(entities, AcceptedRetention.class, processCode));
    }

    Optional<AcceptedRetention> acceptedForUpdate(String processCode) {
        return Optional.ofNullable(RowLookup.findLocked(entities, AcceptedRetention.class, processCode));
    }

    void add(AcceptedRetention accepted) {
        entities.persist(accepted);
    }

    /** Unconfirmed shortened settings purge nothing more; inconsistent settings purge nothing at all. */
    Map<String, RetentionRules> inForce() {
        var accepted = rules("select a.processCode, a.rules from AcceptedRetention a");
        return wanted().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> accepted.containsKey(each.getKey()) && PurgePlan.isConsistent(each.getValue())
                                ? longest(accepted.get(each.getKey()), each.getValue())
                                : each.getValue()));
    }

    /** Returns the plans of today for démarches with consistent rules; nothing is purged in the others. */
    List<PurgePlan> plans() {
        var now = clock.instant();
        var day = PurgePlan.dayOf(now);
        var plans = new ArrayList<PurgePlan>();
        inForce().forEach((code, rules) -> {
            try {
                plans.add(PurgePlan.of(code, rules, day, now));
            } catch (InvalidRequest invalid) {
                // reported by the review of the same run, see RuleReviewService
            }
        });
        return plans;
    }

    /**
     * Combines two sets of rules so that everything is kept at least as long as under each; applied while a confirmation by
     * an administrator is pending.
     */
    static RetentionRules longest(RetentionRules one, RetentionRules other) {
        var files = keepsFilesAsLongAs(one, other) ? one : keepsFilesAsLongAs(other, one) ? other : FOR_EVER;
        return new RetentionRules(
                files.fileDeletionStatus(),
                files.fileDeletionDays(),
                Math.max(one.archivingDays(), other.archivingDays()),
                Math.max(one.folderDeletionDays(), other.folderDeletionDays()),
                files.portalFilesKept());
    }

    /** An earlier status with more days keeps some files longer, others shorter: not comparable. */
    private static boolean keepsFilesAsLongAs(RetentionRules one, RetentionRules other) {
        var first = CaseStatus.named(one.fileDeletionStatus());
        var second = CaseStatus.named(other.fileDeletionStatus());
        return first.isPresent()
                && second.isPresent()
                && first.get().isAtLeast(second.get())
                && one.fileDeletionDays() >= other.fileDeletionDays()
                && keepsInPortalAsLongAs(one.portalFilesKept(), other.portalFilesKept());
    }

    /** Whether files stay as long in the portal; without such a rule other files are deleted than with one: not comparable. */
    private static boolean keepsInPortalAsLongAs(Period one, Period other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return !one.minus(other).normalized().isNegative();
    }
}
