package fr.hubee.people.session;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
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
        return Optional.ofNullable(entities.find(LastSignInDate.class, accountId))
                .map(LastSignInDate::signedInAt);
    }

    /** Returns the dates of these accounts; a person who never signed in is left out. */
    Map<UUID, Instant> of(Collection<UUID> accountIds) {
        return entities.createQuery("select l from LastSignInDate l where l.accountId in :ids", LastSignInDate.class)
                .setParameter("ids", accountIds)
                .getResultStream()
                .collect(Collectors.toMap(LastSignInDate::accountId, LastSignInDate::signedInAt));
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
