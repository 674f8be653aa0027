package fr.hubee.signin.session;

import fr.hubee.account.AccountLookup;
import fr.hubee.account.KnownAccount;
import fr.hubee.audit.AuditAction;
import fr.hubee.security.Caller;
import fr.hubee.signin.attempt.KnownDevices;
import fr.hubee.signin.attempt.SignInJournal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells who is signed in. Whoever holds the token of a session may ask: it is what proves who she is.
 *
 * <p>The session and the account are read each time, so that a right that was taken, a deactivation and a sign-out
 * bite at once, on every node.
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
    SecondFactorSettings secondFactor;

    @Inject
    Clock clock;

    /** Whose session it is, and notes that it is used. */
    public Optional<OpenSession> use(String token, String address) {
        var now = clock.instant();
        return open(token, now)
                .flatMap(session -> holder(session).map(account -> {
                    if (session.isUseToNote(now)) {
                        sessions.noteUse(token, now);
                    }
                    return new OpenSession(
                            account, caller(session, account, address), session.endAfter(now, settings.idle()));
                }));
    }

    /** Whose session it is, for what her browser asks while she may be away: to ask is no use. */
    public Optional<OpenSession> look(String token, String address) {
        return open(token, clock.instant())
                .flatMap(session -> holder(session)
                        .map(account -> new OpenSession(
                                account, caller(session, account, address), session.end(settings.idle()))));
    }

    /** How long it lasts if it is not used any more; zero when it is over. To ask is no use. */
    public Duration remaining(String token) {
        var now = clock.instant();
        return open(token, now)
                .map(session -> Duration.between(now, session.end(settings.idle())))
                .orElse(Duration.ZERO);
    }

    /** She is still there. @return how long it lasts from now on */
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
     * Has the browser of this session known as hers: strangers who fail on her login do not keep her out of it.
     *
     * @param device what the browser has kept; null for nothing
     * @return what it keeps from now on; empty when nobody is signed in
     */
    public Optional<String> remember(String token, String device) {
        return open(token, clock.instant())
                .flatMap(this::holder)
                .map(account -> devices.remember(account.id(), device));
    }

    /** Signs out; nothing happens when nobody is signed in. */
    public void close(String token, String address) {
        open(token, clock.instant())
                .flatMap(this::holder)
                .ifPresent(account -> journal.record(AuditAction.SIGNED_OUT, account, address));
        sessions.close(token);
    }

    /** With a password alone, nobody reaches a sensitive démarche: even one that she was habilitated for since. */
    private Caller caller(PersonSession session, KnownAccount account, String address) {
        var caller = account.caller(address).proven(session.secondFactorAt());
        return session.secondFactorAt() == null ? caller.without(secondFactor.sensitiveProcesses()) : caller;
    }

    private Optional<PersonSession> open(String token, Instant now) {
        return sessions.find(token).filter(session -> session.isOpen(settings.idle(), now));
    }

    private Optional<KnownAccount> holder(PersonSession session) {
        return accounts.find(session.accountId()).filter(KnownAccount::active);
    }
}
