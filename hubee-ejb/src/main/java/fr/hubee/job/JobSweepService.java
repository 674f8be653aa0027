package fr.hubee.job;

import fr.hubee.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Keeps the tables of runs small, the engine's too. */
@Stateless
public class JobSweepService {
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    JobRepository runs;

    @Inject
    Clock clock;

    /** @return how many runs were forgotten */
    @RolesAllowed(Roles.BATCH)
    public int forgetOld() {
        int forgotten = runs.removeEndedBefore(clock.instant().minus(KEPT));
        runs.removeExecutionsOfNobody();
        return forgotten;
    }
}
