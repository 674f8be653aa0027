package fr.hubee.lifetime.retention;

import fr.hubee.exchange.status.Milestones;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Computes how long files stay, by the current rules. */
public final class FilesKept {
    private final Map<String, PurgePlan> plans;

    FilesKept(Map<String, PurgePlan> plans) {
        this.plans = Map.copyOf(plans);
    }

    /**
     * Returns the limit for a case that is handled in the portal.
     *
     * @param transmitted when it arrived
     * @return the last day on which its files are there; empty where that depends on when it is handled or closed
     */
    public Optional<LocalDate> inPortalUntil(String processCode, Instant transmitted, Milestones reached) {
        return Optional.ofNullable(plans.get(processCode)).flatMap(plan -> plan.filesUntil(transmitted, reached, true));
    }
}
