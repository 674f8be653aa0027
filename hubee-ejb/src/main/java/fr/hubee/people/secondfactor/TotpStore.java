package fr.hubee.people.secondfactor;

import fr.hubee.kernel.database.RowLookup;
import fr.hubee.people.session.KnownDevices;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Authenticator applications of accounts. */
@Dependent
public class TotpStore {
    @PersistenceContext
    EntityManager entities;

    @Inject
    TotpVault vault;

    @Inject
    KnownDevices devices;

    @Inject
    Clock clock;

    boolean isConfirmed(UUID accountId) {
        return find(accountId).filter(Totp::isConfirmed).isPresent();
    }

    /** Whether codes can be checked; false without the operator's key. */
    public boolean isUsable(UUID accountId) {
        return find(accountId)
                .filter(Totp::isConfirmed)
                .flatMap(totp -> vault.open(accountId, totp.secret()))
                .isPresent();
    }

    /** Must be locked before the failure count, in the order of a sign-in, to avoid deadlocks. */
    void hold(UUID accountId) {
        RowLookup.findLocked(entities, Totp.class, accountId);
    }

    /** @return false when it is wrong, or was accepted before */
    public boolean accept(UUID accountId, String code) {
        var totp = findForUpdate(accountId).filter(Totp::isConfirmed);
        return totp.isPresent() && accept(accountId, totp.get(), code);
    }

    boolean confirm(UUID accountId, String code) {
        var totp = findForUpdate(accountId).filter(begun -> !begun.isConfirmed());
        if (totp.isEmpty() || !accept(accountId, totp.get(), code)) {
            return false;
        }
        totp.get().confirm(clock.instant());
        return true;
    }

    private boolean accept(UUID accountId, Totp totp, String code) {
        var step = vault.open(accountId, totp.secret())
                .map(secret -> TotpCodes.stepOf(code, secret, totp.lastStep(), clock.instant()))
                .orElse(OptionalLong.empty());
        step.ifPresent(totp::used);
        return step.isPresent();
    }

    void begin(UUID accountId, byte[] secret) {
        var sealed = vault.seal(accountId, secret);
        findForUpdate(accountId)
                .ifPresentOrElse(begun -> begun.replace(sealed), () -> entities.persist(new Totp(accountId, sealed)));
    }

    /** The secret that no code has confirmed yet. */
    Optional<byte[]> begun(UUID accountId) {
        return find(accountId)
                .filter(totp -> !totp.isConfirmed())
                .flatMap(totp -> vault.open(accountId, totp.secret()));
    }

    /**
     * Removes the application, and what was proven with it on known browsers.
     *
     * @return false when there was none
     */
    boolean remove(UUID accountId) {
        devices.forgetProofsOf(accountId);
        return entities.createQuery("delete from Totp t where t.accountId = :account and t.confirmedAt is not null")
                        .setParameter("account", accountId)
                        .executeUpdate()
                == 1;
    }

    private Optional<Totp> find(UUID accountId) {
        return Optional.ofNullable(RowLookup.find(entities, Totp.class, accountId));
    }

    private Optional<Totp> findForUpdate(UUID accountId) {
        return Optional.ofNullable(RowLookup.findLocked(entities, Totp.class, accountId));
    }
}
