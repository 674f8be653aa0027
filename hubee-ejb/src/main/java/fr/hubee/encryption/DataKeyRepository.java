package fr.hubee.encryption;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The data keys, each encrypted with a master key. */
@Dependent
class DataKeyRepository {
    private static final String MAKE = """
            with made as (
                insert into data_key (id, owner_id, master_key, wrapped, created_at)
                values (:id, :owner, :master, :wrapped, :now) on conflict (owner_id) do nothing
                returning id, master_key, wrapped)
            select m.id, m.master_key, m.wrapped, true from made m
            union all select k.id, k.master_key, k.wrapped, false from data_key k where k.owner_id = :owner""";

    @PersistenceContext
    EntityManager entities;

    /** The key of a télédossier or ZIP: the given one, unless it has one. */
    WrappedKey ofOwner(UUID owner, WrappedKey fresh, Instant now) {
        return first(entities.createNativeQuery(MAKE)
                        .setParameter("id", fresh.id())
                        .setParameter("owner", owner)
                        .setParameter("master", fresh.masterKey())
                        .setParameter("wrapped", fresh.wrapped())
                        .setParameter("now", now)
                        .getResultList())
                .or(() -> ofOwner(owner)) // one that was made while this statement ran
                .orElseThrow();
    }

    private Optional<WrappedKey> ofOwner(UUID owner) {
        return first(entities.createNativeQuery(
                        "select k.id, k.master_key, k.wrapped, false from data_key k where k.owner_id = :owner")
                .setParameter("owner", owner)
                .getResultList());
    }

    Optional<WrappedKey> find(String id) {
        return first(entities.createNativeQuery(
                        "select k.id, k.master_key, k.wrapped, false from data_key k where k.id = :id")
                .setParameter("id", id)
                .getResultList());
    }

    private static Optional<WrappedKey> first(List<?> rows) {
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new WrappedKey((String) row[0], (String) row[1], (String) row[2], (Boolean) row[3]));
    }

    /** From when on this master key is used. */
    void note(String masterKey, Instant now) {
        entities.createNativeQuery("insert into master_key (name, since) values (:name, :now) on conflict do nothing")
                .setParameter("name", masterKey)
                .setParameter("now", now)
                .executeUpdate();
    }
}
