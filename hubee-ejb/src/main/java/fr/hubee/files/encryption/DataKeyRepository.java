package fr.hubee.files.encryption;

import fr.hubee.files.encryption.DataKeyStore.DestroyedKey;
import fr.hubee.files.encryption.DataKeyStore.OwnerlessKeys;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
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

    private static final String OWNERLESS = """
            k.created_at < :before
            and not exists (select from folder f where f.id = k.owner_id)
            and not exists (select from bundle b where b.id = k.owner_id)""";

    @PersistenceContext
    EntityManager entities;

    /** The key of a télédossier or ZIP: the given one, unless it has one. */
    WrappedKey ofOwner(UUID owner, WrappedKey fresh, Instant now) {
        return first(entities.createNativeQuery(MAKE, WrappedKey.class)
                        .setParameter("id", fresh.id())
                        .setParameter("owner", owner)
                        .setParameter("master", fresh.masterKey())
                        .setParameter("wrapped", fresh.wrapped())
                        .setParameter("now", now)
                        .getResultList())
                .or(() -> ofOwner(owner)) // one that was made while this statement ran
                .orElseThrow();
    }

    Optional<WrappedKey> ofOwner(UUID owner) {
        return first(entities.createNativeQuery(
                        "select k.id, k.master_key, k.wrapped, false from data_key k where k.owner_id = :owner",
                        WrappedKey.class)
                .setParameter("owner", owner)
                .getResultList());
    }

    Optional<WrappedKey> find(String id) {
        return first(entities.createNativeQuery(
                        "select k.id, k.master_key, k.wrapped, false from data_key k where k.id = :id",
                        WrappedKey.class)
                .setParameter("id", id)
                .getResultList());
    }

    private static Optional<WrappedKey> first(List<?> rows) {
        return rows.stream().findFirst().map(WrappedKey.class::cast);
    }

    @SuppressWarnings("unchecked") // the only column
    List<UUID> notUnder(String masterKey, UUID after, int most) {
        return entities.createNativeQuery(
                        "select k.owner_id from data_key k where k.master_key <> :name and k.owner_id > :after order by k.owner_id")
                .setParameter("name", masterKey)
                .setParameter("after", after == null ? UuidV7.BEFORE_ALL : after)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return false when it has changed meanwhile */
    boolean rewrapped(WrappedKey before, WrappedKey now) {
        return entities.createNativeQuery(
                                "update data_key set master_key = :name, wrapped = :wrapped where id = :id and master_key = :before")
                        .setParameter("name", now.masterKey())
                        .setParameter("wrapped", now.wrapped())
                        .setParameter("id", now.id())
                        .setParameter("before", before.masterKey())
                        .executeUpdate()
                == 1;
    }

    /** Returns the names of the master keys that encrypt data keys. */
    @SuppressWarnings("unchecked") // the only column
    List<String> masterKeys() {
        return entities.createNativeQuery("select distinct k.master_key from data_key k order by 1")
                .getResultList();
    }

    @SuppressWarnings("unchecked") // rows of that class
    List<DestroyedKey> destroy(Collection<UUID> owners) {
        return entities.createNativeQuery(
                        "delete from data_key k where k.owner_id = any (:owners) returning k.id, k.owner_id",
                        DestroyedKey.class)
                .setParameter("owners", owners.toArray(UUID[]::new))
                .getResultList();
    }

    void noteDestroyed(List<DestroyedKey> keys, String processCode) {
        entities.createNativeQuery(
                        "select sum(note_destroyed_key(k.id, cast(:process as text))) from unnest(cast(:keys as text[])) k(id)")
                .setParameter("process", processCode)
                .setParameter("keys", keys.stream().map(DestroyedKey::id).toArray(String[]::new))
                .getSingleResult();
    }

    OwnerlessKeys ownerless(Instant before) {
        return (OwnerlessKeys) entities.createNativeQuery(
                        "select count(*) filter (where " + OWNERLESS + "), count(*) from data_key k",
                        OwnerlessKeys.class)
                .setParameter("before", before)
                .getSingleResult();
    }

    /** Destroys the keys without an owner: of an upload that was refused, or restored from another moment than the rest. */
    @SuppressWarnings("unchecked") // rows of that class
    List<DestroyedKey> destroyOwnerless(Instant before) {
        return entities.createNativeQuery(
                        "delete from data_key k where " + OWNERLESS + " returning k.id, k.owner_id", DestroyedKey.class)
                .setParameter("before", before)
                .getResultList();
    }

    /**
     * Records since when this master key is used.
     *
     * @return whether that was not known
     */
    boolean note(String masterKey, Instant now) {
        return entities.createNativeQuery(
                                "insert into master_key (name, since) values (:name, :now) on conflict do nothing")
                        .setParameter("name", masterKey)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /**
     * A data key as the database has it.
     *
     * @param wrapped an encrypted key set of Tink, in base64
     * @param made whether the statement that asked for it has made it: it may be rolled back
     */
    record WrappedKey(String id, String masterKey, String wrapped, boolean made) {}
}
