package fr.hubee.people.session;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.PersonSession.SignInMethod;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The sessions of signed-in people. */
@Dependent
public class Sessions {
    @PersistenceContext
    EntityManager entities;

    @Inject
    SignInJournal journal;

    @Inject
    Clock clock;

    /**
     * Opens the session of an authenticated person; in the transaction that authenticated her.
     *
     * @param secondFactorAt when she proved a second factor; null when she did not
     * @return the text of the cookie
     */
    public String open(KnownAccount account, SignInMethod method, Instant secondFactorAt, String address) {
        var now = clock.instant();
        var token = TokenText.fresh();
        entities.persist(new PersonSession(Sha256.hex(token), account.id(), method, secondFactorAt, now));
        noteSignIn(account.id(), now);
        journal.record(AuditAction.SIGNED_IN, account, Changes.of("method", method), address);
        return token;
    }

    /** The date of the last sign-in is kept longer than sessions. */
    private void noteSignIn(UUID accountId, Instant now) {
        entities.createNativeQuery("""
                        insert into last_sign_in (account_id, signed_in_at) values (:account, :now)
                        on conflict (account_id) do update set signed_in_at = excluded.signed_in_at""")
                .setParameter("account", accountId)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Returns the dates of these accounts' last sign-ins; a person who never signed in is left out. */
    Map<UUID, Instant> lastSignIns(Collection<UUID> accountIds) {
        List<?> rows = entities.createNativeQuery(
                        "select account_id, signed_in_at from last_sign_in where account_id = any(:ids)",
                        Object[].class)
                .setParameter("ids", accountIds.toArray(UUID[]::new))
                .getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (UUID) row[0], row ->
                (Instant) row[1]));
    }

    public Optional<PersonSession> find(String token) {
        return Optional.ofNullable(RowLookup.find(entities, PersonSession.class, Sha256.hex(token)));
    }

    /** A direct update without the entity, so that a concurrent sign-out causes no conflict. */
    void noteUse(String token, Instant now) {
        entities.createQuery("update PersonSession s set s.usedAt = :now where s.tokenHash = :hash")
                .setParameter("now", now)
                .setParameter("hash", Sha256.hex(token))
                .executeUpdate();
    }

    /** A direct update, as for activity. */
    public void noteSecondFactor(String token, Instant now) {
        entities.createQuery("update PersonSession s set s.secondFactorAt = :now where s.tokenHash = :hash")
                .setParameter("now", now)
                .setParameter("hash", Sha256.hex(token))
                .executeUpdate();
    }

    void close(String token) {
        entities.createQuery("delete from PersonSession s where s.tokenHash = :hash")
                .setParameter("hash", Sha256.hex(token))
                .executeUpdate();
    }

    public void closeAllOf(UUID accountId) {
        entities.createQuery("delete from PersonSession s where s.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
