package fr.hubee.people.session;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The date of each person's last sign-in; kept longer than sessions. */
@Dependent
class LastSignIn {
    @PersistenceContext
    EntityManager entities;

    /** Empty for a person who has never signed in. */
    Optional<Instant> of(UUID accountId) {
        return Optional.ofNullable(of(List.of(accountId)).get(accountId));
    }

    /** Returns the dates of these accounts; a person who never signed in is left out. */
    Map<UUID, Instant> of(Collection<UUID> accountIds) {
        List<?> rows = entities.createNativeQuery(
                        "select account_id, signed_in_at from last_sign_in where account_id = any(:ids)",
                        Object[].class)
                .setParameter("ids", accountIds.toArray(UUID[]::new))
                .getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (UUID) row[0], row ->
                (Instant) row[1]));
    }

    void note(UUID accountId, Instant now) {
        entities.createNativeQuery("""
                        insert into last_sign_in (account_id, signed_in_at) values (:account, :now)
                        on conflict (account_id) do update set signed_in_at = excluded.signed_in_at""")
                .setParameter("account", accountId)
                .setParameter("now", now)
                .executeUpdate();
    }
}
