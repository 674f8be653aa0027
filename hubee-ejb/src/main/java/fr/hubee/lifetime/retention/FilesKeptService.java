package fr.hubee.lifetime.retention;

import static java.util.stream.Collectors.toMap;

import fr.hubee.exchange.status.Milestones;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Informs a service how long the files of its cases stay. */
@Stateless
@RolesAllowed(RoleNames.READ_FOLDERS)
public class FilesKeptService {
    @Inject
    RuleBook rules;

    public FilesKept today() {
        return new FilesKept(rules.plans().stream().collect(toMap(PurgePlan::processCode, each -> each)));
    }

    /** Computes how long files stay, by the current rules. */
    public static final class FilesKept {
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
            return Optional.ofNullable(plans.get(processCode))
                    .flatMap(plan -> plan.filesUntil(transmitted, reached, true));
        }
    }
}
