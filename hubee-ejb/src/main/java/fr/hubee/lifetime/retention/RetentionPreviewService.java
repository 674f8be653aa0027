package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.ProcessLookup;
import fr.hubee.directory.process.RetentionRules;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A dry run of the next purge, for the national administrator. It changes nothing. */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class RetentionPreviewService {
    @Inject
    ProcessLookup processes;

    @Inject
    RuleBook book;

    @Inject
    Forecasts forecasts;

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
    public PurgeForecast preview(Caller caller, String processCode, RetentionRules proposed) {
        if (!processes.retentionRules().containsKey(processCode)) {
            throw NotFound.of("Process");
        }
        return forecasts.of(processCode, proposed, book.nextDay());
    }

    /** Returns the forecast of the next run for each démarche; for inconsistent settings, the problem. */
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
        forecasts.of(new PurgePlanParameters(plans)).forEach(each -> all.put(each.processCode(), each));
        return List.copyOf(all.values());
    }

    /** Shortened settings that the next run ignores unless an administrator confirms them. */
    public List<WaitingRules> waiting(Caller caller) {
        var day = book.nextDay();
        var waiting = new ArrayList<WaitingRules>();
        new TreeMap<>(processes.retentionRules()).forEach((code, wanted) -> {
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
