package fr.hubee.people.session;

import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Browsers from which people signed in, by the hash of their cookie: others' failures with a person's login do not lock out her browser. A
 * second factor that a person proved on her browser is noted there.
 */
@Dependent
public class KnownDevices {
    public static final Duration LIFE = Duration.ofDays(365);

    /** An agent with a sensitive démarche is asked for no code on her browser for this time after a proof (ADR 24). */
    static final Duration PROVEN_FOR = Duration.ofDays(30);

    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountLookup accounts;

    @Inject
    Clock clock;

    /** @param device the browser's cookie; null for none */
    public boolean isKnown(Login login, String device) {
        return device != null
                && accounts.findByLogin(login.text())
                        .map(KnownAccount::id)
                        .filter(id -> isKnown(id, Sha256.hex(device)))
                        .isPresent();
    }

    private boolean isKnown(UUID accountId, String hash) {
        return !entities.createNativeQuery(
                        "select 1 from known_device where token_hash = :hash and account_id = :account")
                .setParameter("hash", hash)
                .setParameter("account", accountId)
                .getResultList()
                .isEmpty();
    }

    /**
     * Returns when the person last proved a second factor on this browser; empty when that is too long ago.
     *
     * @param device the browser's cookie; null for none
     */
    public Optional<Instant> provenAt(UUID accountId, String device) {
        if (device == null) {
            return Optional.empty();
        }
        List<?> found = entities.createNativeQuery("""
                        select proven_at from known_device
                        where token_hash = :hash and account_id = :account and proven_at > :since""", Instant.class)
                .setParameter("hash", Sha256.hex(device))
                .setParameter("account", accountId)
                .setParameter("since", clock.instant().minus(PROVEN_FOR))
                .getResultList();
        return found.stream().map(Instant.class::cast).findFirst();
    }

    /**
     * Records a sign-in, or a proof of a second factor. The cookie changes each time, so that a copy of it becomes useless.
     *
     * @param provenAt when she has just proved a second factor; null leaves the date of an earlier proof
     * @return the new cookie
     */
    String remember(UUID accountId, String device, Instant provenAt) {
        var fresh = TokenText.fresh();
        if (device != null) {
            entities.createNativeQuery("update known_device set token_hash = :fresh where token_hash = :old")
                    .setParameter("fresh", Sha256.hex(fresh))
                    .setParameter("old", Sha256.hex(device))
                    .executeUpdate();
        }
        entities.createNativeQuery("""
                        insert into known_device (token_hash, account_id, used_at) values (:fresh, :account, :now)
                        on conflict (token_hash, account_id) do update set used_at = excluded.used_at""")
                .setParameter("fresh", Sha256.hex(fresh))
                .setParameter("account", accountId)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (provenAt != null) {
            noteProof(accountId, fresh, provenAt);
        }
        return fresh;
    }

    private void noteProof(UUID accountId, String device, Instant date) {
        entities.createNativeQuery(
                        "update known_device set proven_at = :date where token_hash = :hash and account_id = :account")
                .setParameter("date", date)
                .setParameter("hash", Sha256.hex(device))
                .setParameter("account", accountId)
                .executeUpdate();
    }

    /** Forgets the proofs of a second factor on all browsers of a person, which stay known. */
    public void forgetProofsOf(UUID accountId) {
        entities.createNativeQuery("update known_device set proven_at = null where account_id = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    public void forgetAllOf(UUID accountId) {
        entities.createNativeQuery("delete from known_device where account_id = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
