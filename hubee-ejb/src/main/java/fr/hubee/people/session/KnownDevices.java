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
import java.util.UUID;

/**
 * Browsers from which people signed in, by the hash of their cookie: others' failures with a person's login do not lock out her browser.
 */
@Dependent
public class KnownDevices {
    public static final Duration LIFE = Duration.ofDays(365);

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
     * Records a sign-in. The cookie changes each time, so that a copy of it becomes useless.
     *
     * @return the new cookie
     */
    public String remember(UUID accountId, String device) {
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
        return fresh;
    }

    public void forgetAllOf(UUID accountId) {
        entities.createNativeQuery("delete from known_device where account_id = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }
}
