package fr.hubee.people.session;

import fr.hubee.kernel.security.TokenText;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Known browsers, by the hash of their cookie. */
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
                        .map(id -> entities.find(KnownDevice.class, new KnownDevice.Id(TokenText.hash(device), id)))
                        .isPresent();
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
                    .setParameter("fresh", TokenText.hash(fresh))
                    .setParameter("old", TokenText.hash(device))
                    .executeUpdate();
        }
        entities.merge(new KnownDevice(new KnownDevice.Id(TokenText.hash(fresh), accountId), clock.instant()));
        return fresh;
    }

    public void forgetAllOf(UUID accountId) {
        entities.createQuery("delete from KnownDevice d where d.id.accountId = :account")
                .setParameter("account", accountId)
                .executeUpdate();
    }

    public int forgetUsedBefore(Instant date) {
        return entities.createQuery("delete from KnownDevice d where d.usedAt < :date")
                .setParameter("date", date)
                .executeUpdate();
    }
}
