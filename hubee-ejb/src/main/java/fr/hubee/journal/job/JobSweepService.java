package fr.hubee.journal.job;

import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Deletes old runs, including the engine's data. */
@Stateless
public class JobSweepService {
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    JobRepository runs;

    @Inject
    Clock clock;

    /** @return how many runs were deleted */
    @RolesAllowed(Roles.BATCH)
    public int forgetOld() {
        int forgotten = runs.removeEndedBefore(clock.instant().minus(KEPT));
        runs.removeExecutionsOfNobody();
        return forgotten;
    }
}
