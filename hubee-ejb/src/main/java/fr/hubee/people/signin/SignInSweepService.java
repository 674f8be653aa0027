package fr.hubee.people.signin;

import fr.hubee.kernel.security.RoleNames;
import fr.hubee.people.password.Passwords;
import fr.hubee.people.session.KnownDevices;
import fr.hubee.people.session.PersonSession;
import fr.hubee.people.session.SessionSettings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deletes what sign-ins leave in their tables. */
@Stateless
public class SignInSweepService {
    /** Locks start again from zero a day after the last failure and the end of the last lock. */
    private static final Duration FAILURES_KEPT = Duration.ofDays(1);

    private static final Duration PLACES_KEPT = Duration.ofDays(2);
    private static final Duration REQUESTS_KEPT = Duration.ofHours(2);

    @PersistenceContext
    EntityManager entities;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    /** @return how many rows were deleted; codes are deleted with their sign-in */
    @RolesAllowed(RoleNames.BATCH)
    public int forgetExpired() {
        var now = clock.instant();
        return delete("person_session where used_at < :date", now.minus(settings.idle()))
                + delete("person_session where opened_at < :date", now.minus(PersonSession.LONGEST))
                + delete("sign_in_step where expires_at < :date", now)
                + delete("password_link where expires_at < :date", now)
                + delete("link_request where asked_at < :date", now.minus(REQUESTS_KEPT))
                + delete(
                        "sign_in_failure where last_at < :date and (locked_until is null or locked_until < :date)",
                        now.minus(FAILURES_KEPT))
                + delete("password_reset where reset_at < :date", now.minus(Passwords.WATCHED))
                + delete("sign_in_place where last_at < :date", now.minus(PLACES_KEPT))
                + delete("known_device where used_at < :date", now.minus(KnownDevices.LIFE));
    }

    private int delete(String rows, Instant date) {
        return entities.createNativeQuery("delete from " + rows)
                .setParameter("date", date)
                .executeUpdate();
    }
}
