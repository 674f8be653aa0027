package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Applies the settings of démarches to the rules of the purge. When the first purge under shortened settings would
 * delete more than a configured share of what is kept, an administrator must confirm first; she sees what the next purge would do.
 */
@Stateless
public class RuleReviewService {
    /** Monitoring looks for this code (docs/alerts.md). */
    private static final String WAITS =
            "HUBEE-PURGE-WAITS {0}: its shortened retention would take much away: an administrator must confirm it";

    private static final System.Logger LOG = System.getLogger(RuleReviewService.class.getName());

    @Inject
    RuleBook book;

    @Inject
    Forecasts forecasts;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    @RolesAllowed(RoleNames.BATCH)
    public List<String> codes(String after, int maxResult) {
        return new TreeSet<>(book.wanted().keySet())
                .stream()
                        .filter(code -> after == null || code.compareTo(after) > 0)
                        .limit(maxResult)
                        .toList();
    }

    /**
     * @return whether the rules of the démarche changed
     * @throws InvalidRequest when its settings are inconsistent: nothing of it is purged
     */
    @RolesAllowed(RoleNames.BATCH)
    public boolean review(String code) {
        var wanted = book.wanted(code);
        PurgePlan.of(code, wanted, book.today());
        var accepted = book.acceptedForUpdate(code).orElse(null);
        if (accepted == null) {
            book.add(new AcceptedRetention(code, wanted, Caller.HUB.name(), clock.instant()));
            return true;
        }
        if (accepted.rules().equals(wanted)) {
            return false;
        }
        var waits = forecasts.ofShortening(code, accepted.rules(), wanted, book.today());
        if (waits.isPresent()) {
            LOG.log(Level.WARNING, WAITS, code);
            return false;
        }
        accept(Caller.HUB, code, accepted, wanted);
        return true;
    }

    /**
     * Confirms that the next run applies the settings of the démarche.
     *
     * @param seen the fingerprint of the settings that the administrator saw
     * @throws Conflict when they have changed since
     */
    @RolesAllowed(RoleNames.ADMIN)
    @RecentSecondFactor
    public void confirm(Caller caller, String code, String seen) {
        var wanted = book.wanted(code);
        if (!wanted.fingerprint().equals(seen)) {
            throw new Conflict(Words.text("lifetime.RuleReviewService.hasChanged"));
        }
        PurgePlan.of(code, wanted, book.today());
        book.acceptedForUpdate(code)
                .filter(accepted -> !accepted.rules().equals(wanted)) // a repeated confirmation changes nothing
                .ifPresent(accepted -> accept(caller, code, accepted, wanted));
    }

    private void accept(Caller caller, String code, AcceptedRetention accepted, RetentionRules wanted) {
        var before = accepted.rules();
        accepted.accept(wanted, caller.name(), clock.instant());
        var operator = book.operator(code).orElseThrow();
        journal.record(Act.by(caller, AuditAction.RETENTION_ACCEPTED)
                .on(operator, code)
                .changing(before, wanted));
    }

    /**
     * Shortened settings that are not applied yet.
     *
     * @param accepted the rules before
     * @param wanted the current settings of the démarche
     * @param forecast the forecast of the next run under them
     * @param without the forecast of the next run without a confirmation
     */
    public record WaitingRules(
            String processCode,
            RetentionRules accepted,
            RetentionRules wanted,
            PurgeForecast forecast,
            PurgeForecast without) {}

    /**
     * Returns the forecast of the next run in a démarche under proposed rules.
     *
     * @throws InvalidRequest with a message, when they are inconsistent
     */
    @RolesAllowed(RoleNames.ADMIN)
    public PurgeForecast preview(Caller caller, String processCode, RetentionRules proposed) {
        if (!book.wanted().containsKey(processCode)) {
            throw NotFound.of("Process");
        }
        return forecasts.of(processCode, proposed, book.nextDay());
    }

    /** Returns the forecast of the next run for each démarche; for inconsistent settings, the problem. */
    @RolesAllowed(RoleNames.ADMIN)
    public List<PurgeForecast> nextRun(Caller caller) {
        var day = book.nextDay();
        var plans = new ArrayList<PurgePlan>();
        var all = new TreeMap<String, PurgeForecast>(FrenchOrder.words());
        book.inForce().forEach((code, rules) -> {
            try {
                plans.add(PurgePlan.of(code, rules, day));
            } catch (InvalidRequest invalid) {
                all.put(code, PurgeForecast.nothing(code, day, rules, invalid.getMessage()));
            }
        });
        forecasts.of(plans).forEach(each -> all.put(each.processCode(), each));
        return List.copyOf(all.values());
    }

    /** Shortened settings that the next run ignores unless an administrator confirms them. */
    @RolesAllowed(RoleNames.ADMIN)
    public List<WaitingRules> waiting(Caller caller) {
        var day = book.nextDay();
        var waiting = new ArrayList<WaitingRules>();
        new TreeMap<>(book.wanted()).forEach((code, wanted) -> {
            var accepted = book.accepted(code).map(AcceptedRetention::rules).orElse(wanted);
            try {
                forecasts.ofShortening(code, accepted, wanted, day).ifPresent(waiting::add);
            } catch (InvalidRequest invalid) {
                // they purge nothing; nextRun reports the problem
            }
        });
        return waiting;
    }
}
