package fr.hubee.people.signin;

import fr.hubee.kernel.security.RecentSecondFactorGuard;
import fr.hubee.kernel.trace.Turn;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.account.SensitiveProcesses;
import fr.hubee.people.session.Login;
import fr.hubee.people.session.SessionOpening;
import fr.hubee.people.session.SignInJournal;
import fr.hubee.people.session.SignInMethod;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Signs in people through an identity provider: by a bound identity, or else by their e-mail, to which the identity is
 * then bound. Never creates an account.
 */
@Stateless
public class FederatedSignInService {
    @Inject
    BoundIdentities identities;

    @Inject
    AccountLookup accounts;

    @Inject
    SessionOpening opening;

    @Inject
    SignInJournal journal;

    @Inject
    SensitiveProcesses sensitive;

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
        var bound = identities.find(id);
        if (bound.isEmpty()) {
            identities.awaitTurn(identity.issuer());
            bound = identities.find(id);
        }
        var account = bound.isPresent()
                ? accounts.find(bound.get().accountId())
                : accounts.findByLogin(Login.of(identity.email()).text());
        var reason = FederatedPolicy.reasonAgainst(
                identity,
                account,
                account.flatMap(known -> boundTo(id, known)),
                account.map(sensitive::of).orElse(Set.of()));
        if (reason.isPresent()) {
            journal.refused(account, reason.get(), address);
            return new SignInOutcome.Refused(reason.get());
        }
        if (bound.isEmpty()) {
            identities.add(new BoundIdentity(id, account.orElseThrow(), clock.instant()));
        }
        var proven = secondFactorAt(identity, clock.instant());
        return new SignInOutcome.SignedIn(
                opening.open(account.orElseThrow(), SignInMethod.PROCONNECT, proven, address), account.orElseThrow());
    }

    /** A proof of unknown age counts as old. */
    static Instant secondFactorAt(FederatedIdentity identity, Instant now) {
        if (!identity.secondFactor()) {
            return null;
        }
        var provenAt = identity.authenticatedAt();
        return provenAt == null || provenAt.isAfter(now)
                ? now.minus(RecentSecondFactorGuard.LIFE).minusSeconds(1)
                : provenAt;
    }

    private Optional<String> boundTo(BoundIdentity.Id id, KnownAccount account) {
        return identities.of(id.issuer(), account.id()).map(bound -> bound.id().subject());
    }

    /** Provider identities that are bound to an account. */
    @Dependent
    static class BoundIdentities {
        @PersistenceContext
        EntityManager entities;

        public Optional<BoundIdentity> find(BoundIdentity.Id id) {
            return Optional.ofNullable(entities.find(BoundIdentity.class, id));
        }

        /** The account's identity at this provider. */
        public Optional<BoundIdentity> of(String issuer, UUID accountId) {
            return entities.createQuery(
                            "select b from BoundIdentity b where b.id.issuer = :issuer and b.accountId = :account",
                            BoundIdentity.class)
                    .setParameter("issuer", issuer)
                    .setParameter("account", accountId)
                    .getResultStream()
                    .findFirst();
        }

        /** Serialises first sign-ins, which are rare, so that an identity is bound once. */
        public void awaitTurn(String issuer) {
            Turn.await(entities, "identities of " + issuer);
        }

        public void add(BoundIdentity bound) {
            entities.persist(bound);
        }
    }
}
