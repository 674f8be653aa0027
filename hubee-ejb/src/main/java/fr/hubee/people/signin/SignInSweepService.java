package fr.hubee.people.signin;

import fr.hubee.kernel.security.RoleNames;
import fr.hubee.people.password.PasswordLinkStore;
import fr.hubee.people.password.Passwords;
import fr.hubee.people.secondfactor.SignInStepStore;
import fr.hubee.people.session.Failures;
import fr.hubee.people.session.KnownDevices;
import fr.hubee.people.session.PersonSession;
import fr.hubee.people.session.Places;
import fr.hubee.people.session.SessionSettings;
import fr.hubee.people.session.Sessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Deletes old rows of this package. */
@Stateless
public class SignInSweepService {
    /** Locks start again from zero a day after the last failure and the end of the last lock. */
    private static final Duration FAILURES_KEPT = Duration.ofDays(1);

    private static final Duration PLACES_KEPT = Duration.ofDays(2);

    private static final Duration REQUESTS_KEPT = Duration.ofHours(2);

    @Inject
    Sessions sessions;

    @Inject
    SignInStepStore steps;

    @Inject
    PasswordLinkStore links;

    @Inject
    Failures failures;

    @Inject
    Passwords passwords;

    @Inject
    Places places;

    @Inject
    KnownDevices devices;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    /** @return how many rows were deleted; codes are deleted with their sign-in */
    @RolesAllowed(RoleNames.BATCH)
    public int forgetExpired() {
        var now = clock.instant();
        return sessions.removeOver(now.minus(settings.idle()), now.minus(PersonSession.LONGEST))
                + steps.removeExpired(now)
                + links.removeExpired(now)
                + links.forgetRequestsBefore(now.minus(REQUESTS_KEPT))
                + failures.forgetBefore(now.minus(FAILURES_KEPT))
                + passwords.forgetResetsBefore(now.minus(Passwords.WATCHED))
                + places.forgetBefore(now.minus(PLACES_KEPT))
                + devices.forgetUsedBefore(now.minus(KnownDevices.LIFE));
    }
}
