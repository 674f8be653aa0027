package fr.hubee.people.signin;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.security.RecentSecondFactorGuard;
import fr.hubee.kernel.trace.AdvisoryLock;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.Login;
import fr.hubee.people.session.PersonSession.SignInMethod;
import fr.hubee.people.session.Sessions;
import fr.hubee.people.session.SignInJournal;
import fr.hubee.people.session.SignInRefusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Signs in people through an identity provider: by a bound identity, or else by their e-mail, to which the identity is
 * then bound. Never creates an account.
 */
@Stateless
public class FederatedSignInService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountLookup accounts;

    @Inject
    Sessions sessions;

    @Inject
    SignInJournal journal;

    @Inject
    Clock clock;

    /**
     * @return {@link SignInOutcome.SignedIn}, or {@link SignInOutcome.Refused} with one of {@code UNKNOWN_ACCOUNT},
     *     {@code EMAIL_MISMATCH}, {@code SIGN_IN_CONFLICT}, {@code ORGANIZATION_MISMATCH},
     *     {@code SECOND_FACTOR_REQUIRED}, {@code INACTIVE}
     */
    @PermitAll // this method authenticates the caller
    public SignInOutcome signIn(FederatedIdentity identity, String address) {
        var id = new BoundIdentity.Id(identity.issuer(), identity.subject());
        var bound = find(id);
        if (bound.isEmpty()) {
            AdvisoryLock.take(
                    entities,
                    "identities of " + identity.issuer()); // first sign-ins are rare: an identity is bound once
            bound = find(id);
        }
        var account = bound.isPresent()
                ? accounts.find(bound.get().accountId())
                : accounts.findByLogin(Login.of(identity.email()).text());
        var reason = reasonAgainst(
                identity,
                account,
                account.flatMap(known -> boundTo(id, known)),
                account.map(accounts::sensitiveProcesses).orElse(Set.of()));
        if (reason.isPresent()) {
            journal.refused(account, reason.get(), address);
            return new SignInOutcome.Refused(reason.get());
        }
        if (bound.isEmpty()) {
            entities.persist(new BoundIdentity(id, account.orElseThrow(), clock.instant()));
        }
        var proven = secondFactorAt(identity, clock.instant());
        return new SignInOutcome.SignedIn(
                sessions.open(account.orElseThrow(), SignInMethod.PROCONNECT, proven, address), account.orElseThrow());
    }

    /**
     * Returns why a person authenticated by an identity provider may not sign in.
     *
     * @param account the one bound to her identity, else the one with her e-mail
     * @param subject the one that the account is bound to at this provider
     */
    static Optional<SignInRefusal> reasonAgainst(
            FederatedIdentity identity,
            Optional<KnownAccount> account,
            Optional<String> subject,
            Set<String> sensitive) {
        if (account.isEmpty()) {
            return Optional.of(SignInRefusal.UNKNOWN_ACCOUNT);
        }
        var known = account.get();
        if (!known.email().equals(Login.of(identity.email()).text())) {
            return Optional.of(SignInRefusal.EMAIL_MISMATCH);
        }
        if (subject.filter(other -> !other.equals(identity.subject())).isPresent()) {
            return Optional.of(SignInRefusal.SIGN_IN_CONFLICT);
        }
        if (!known.active()) {
            return Optional.of(SignInRefusal.INACTIVE);
        }
        var siret = identity.siret();
        if (siret != null && !siret.equals(known.organization().companyRegister())) {
            return Optional.of(SignInRefusal.ORGANIZATION_MISMATCH);
        }
        if (known.needsSecondFactor(sensitive) && !identity.secondFactor()) {
            return Optional.of(SignInRefusal.SECOND_FACTOR_REQUIRED);
        }
        return Optional.empty();
    }

    /** Records a failure before a person is identified. */
    @PermitAll // there is no authenticated person
    public void recordFailure(FederatedRefusal refusal, String address) {
        journal.recordUnknown(
                AuditAction.SIGN_IN_REFUSED,
                Changes.of("reason", refusal).and("method", SignInMethod.PROCONNECT),
                address);
    }

    /** A proof of unknown age counts as old. */
    static Instant secondFactorAt(FederatedIdentity identity, Instant now) {
        if (!identity.secondFactor()) {
            return null;
        }
        var provenAt = identity.authenticatedAt();
        return provenAt == null || provenAt.isAfter(now) ? RecentSecondFactorGuard.notRecent(now, now) : provenAt;
    }

    private Optional<BoundIdentity> find(BoundIdentity.Id id) {
        return Optional.ofNullable(RowLookup.find(entities, BoundIdentity.class, id));
    }

    /** Returns the subject to which the account is bound at this provider. */
    private Optional<String> boundTo(BoundIdentity.Id id, KnownAccount account) {
        return entities.createQuery(
                        "select b from BoundIdentity b where b.id.issuer = :issuer and b.accountId = :account",
                        BoundIdentity.class)
                .setParameter("issuer", id.issuer())
                .setParameter("account", account.id())
                .getResultStream()
                .findFirst()
                .map(bound -> bound.id().subject());
    }
}
