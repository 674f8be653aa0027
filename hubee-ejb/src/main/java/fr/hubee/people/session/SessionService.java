package fr.hubee.people.session;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactorGuard;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Identifies the signed-in person by a session token, which is the proof of identity.
 *
 * <p>The session and the account are read each time, so that a removed right, a deactivation or a sign-out takes effect
 * at once, on every node.
 */
@Stateless
@PermitAll
public class SessionService {
    @Inject
    Sessions sessions;

    @Inject
    AccountLookup accounts;

    @Inject
    KnownDevices devices;

    @Inject
    SignInJournal journal;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    /** The owner of the session; records activity. */
    public Optional<OpenSession> use(String token, String address) {
        var now = clock.instant();
        return opened(token, address, session -> {
            if (session.isUseToNote(now)) {
                sessions.noteUse(token, now);
            }
            return session.endAfter(now, settings.idle());
        });
    }

    /** The owner of the session, for background requests of the browser: not recorded as activity. */
    public Optional<OpenSession> find(String token, String address) {
        return opened(token, address, session -> session.end(settings.idle()));
    }

    private Optional<OpenSession> opened(String token, String address, Function<PersonSession, Instant> end) {
        return open(token, clock.instant())
                .flatMap(session -> holder(session)
                        .map(account ->
                                new OpenSession(account, caller(session, account, address), end.apply(session))));
    }

    /** Returns how long it lasts without further activity; zero when it is over. Not recorded as activity. */
    public Duration remaining(String token) {
        var now = clock.instant();
        return open(token, now)
                .map(session -> Duration.between(now, session.end(settings.idle())))
                .orElse(Duration.ZERO);
    }

    /**
     * Records activity.
     *
     * @return how long it lasts from now on
     */
    public Duration extend(String token) {
        var now = clock.instant();
        return open(token, now)
                .map(session -> {
                    sessions.noteUse(token, now);
                    return Duration.between(now, session.endAfter(now, settings.idle()));
                })
                .orElse(Duration.ZERO);
    }

    /**
     * Makes the browser a known one: others' failures with her login do not lock it out. A second factor that she has just proved counts there
     * at later sign-ins; one of an earlier sign-in is not prolonged.
     *
     * @param device the browser's current cookie; null for none
     * @return the new cookie; empty when nobody is signed in
     */
    public Optional<String> remember(String token, String device) {
        var recent = clock.instant().minus(RecentSecondFactorGuard.LIFE);
        return open(token, clock.instant())
                .flatMap(session -> holder(session)
                        .map(account -> devices.remember(account.id(), device, session.provenSince(recent))));
    }

    /** Signs out; does nothing when nobody is signed in. */
    public void close(String token, String address) {
        open(token, clock.instant())
                .flatMap(this::holder)
                .ifPresent(account -> journal.record(AuditAction.SIGNED_OUT, account, address));
        sessions.close(token);
    }

    /** Shows the last sign-in to the person, so that she can notice misuse. */
    @RolesAllowed(RoleNames.PERSON)
    public Optional<Instant> lastSignIn(Caller caller) {
        return lastSignIn(accounts.requireId(caller));
    }

    @RolesAllowed({RoleNames.READ_USERS, RoleNames.ADMIN})
    public Optional<Instant> lastSignInOf(Caller caller, UUID id) {
        return lastSignIn(accounts.requireReadable(caller, id).id());
    }

    /** Returns the dates of those of these accounts that the caller may read and whose person has signed in. */
    @RolesAllowed({RoleNames.READ_USERS, RoleNames.ADMIN})
    public Map<UUID, Instant> lastSignIns(Caller caller, Collection<UUID> ids) {
        return sessions.lastSignIns(accounts.readable(caller, ids));
    }

    private Optional<Instant> lastSignIn(UUID accountId) {
        return Optional.ofNullable(sessions.lastSignIns(List.of(accountId)).get(accountId));
    }

    /** Removes sensitive démarches without a second factor, even those given during the session. */
    private Caller caller(PersonSession session, KnownAccount account, String address) {
        var caller = account.caller(address).proven(session.secondFactorAt());
        return session.secondFactorAt() == null ? caller.without(accounts.sensitiveProcesses(account)) : caller;
    }

    private Optional<PersonSession> open(String token, Instant now) {
        return sessions.find(token).filter(session -> session.isOpen(settings.idle(), now));
    }

    private Optional<KnownAccount> holder(PersonSession session) {
        return accounts.find(session.accountId()).filter(KnownAccount::active);
    }

    /**
     * A signed-in person, with her current rights.
     *
     * @param end when the session ends without further activity
     */
    public record OpenSession(KnownAccount account, Caller caller, Instant end) {}
}
