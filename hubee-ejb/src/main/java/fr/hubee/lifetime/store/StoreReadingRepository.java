package fr.hubee.lifetime.store;

import fr.hubee.files.storage.FileDamage;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@Dependent
class StoreReadingRepository {
    private static final String READABLE = """
            select a.id, a.blob_key, a.size, a.sha256 from attachment a where a.status = 'RECEIVED' and\s""";

    private static final String DAMAGED = """
            select d.attachment_id, f.id, f.process_code, d.damage, d.found_at, d.seen_at
            from damaged_file d join attachment a on a.id = d.attachment_id left join case_event e on e.id = a.event_id
                left join cases c on c.id = e.case_id join folder f on f.id = coalesce(a.folder_id, c.folder_id)
            """;

    @PersistenceContext
    EntityManager entities;

    /** The position of the round; null at its beginning. */
    UUID position() {
        return (UUID) entities.createNativeQuery("select after_id from store_reading where id = 1")
                .getSingleResult();
    }

    boolean isOver() {
        return entities.createNativeQuery("select 1 from store_reading where id = 1 and over = false")
                .getResultList()
                .isEmpty();
    }

    /**
     * Starts a round if the last one began before a date.
     *
     * @return whether it started
     */
    boolean beginRound(Instant now, Instant lastBefore) {
        return entities.createNativeQuery("""
                                insert into store_reading (id, round, started_at, files, bytes, over) values (1, 1, :now, 0, 0, false)
                                on conflict (id) do update set round = store_reading.round + 1, started_at = :now,
                                    last_round_files = store_reading.files, last_round_bytes = store_reading.bytes, files = 0,
                                    bytes = 0, after_id = null, over = false
                                where store_reading.started_at <= :before""")
                        .setParameter("now", now)
                        .setParameter("before", lastBefore)
                        .executeUpdate()
                == 1;
    }

    /** Ends the round; its last files are still being read: they count until the next round begins. */
    void endRound(Instant now) {
        entities.createNativeQuery("""
                        update store_reading set over = true, last_round_at = :now where id = 1""").setParameter("now", now).executeUpdate();
    }

    void advance(UUID last, long files, long bytes) {
        entities.createNativeQuery("""
                        update store_reading set after_id = :last, files = files + :files, bytes = bytes + :bytes where id = 1""")
                .setParameter("last", last)
                .setParameter("files", files)
                .setParameter("bytes", bytes)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // rows of that class
    List<ReadableFile> stored(UUID after, int maxResult) {
        return readable("a.blob_key is not null and a.id > :after order by a.id")
                .setParameter("after", after == null ? UuidV7.BEFORE_ALL : after)
                .setMaxResults(maxResult)
                .getResultList();
    }

    /** Returns the served files that the antivirus has not scanned, or not again; the most recently missed ones come last. */
    @SuppressWarnings("unchecked") // rows of that class
    List<ReadableFile> unscanned(int maxResult) {
        return readable("""
                        a.blob_key is not null and (a.scanned_at is null or a.scan_missed_at is not null)
                        order by a.scan_missed_at nulls first, a.id""").setMaxResults(maxResult).getResultList();
    }

    /** The file stored under this key, if it can still be read. */
    Optional<ReadableFile> storedAs(String blobKey) {
        return one(readable("a.blob_key = :key").setParameter("key", blobKey));
    }

    Optional<ReadableFile> damagedFile(UUID attachment) {
        return one(readable("a.id = :id and exists (select from damaged_file d where d.attachment_id = a.id)")
                .setParameter("id", attachment));
    }

    private Query readable(String condition) {
        return entities.createNativeQuery(READABLE + condition, ReadableFile.class);
    }

    private static Optional<ReadableFile> one(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().findFirst().map(ReadableFile.class::cast);
    }

    /**
     * Records the damage, unless the file was purged or replaced meanwhile.
     *
     * @return whether it was not known
     */
    boolean note(ReadableFile file, FileDamage damage, Instant now) {
        var inserted = entities.createNativeQuery("""
                        insert into damaged_file (attachment_id, damage, found_at, seen_at)
                        select a.id, :damage, :now, :now from attachment a
                        where a.id = :id and a.blob_key = :key and a.status = 'RECEIVED'
                        on conflict (attachment_id) do update set damage = :damage, seen_at = :now
                        returning found_at = seen_at""")
                .setParameter("damage", damage.name())
                .setParameter("now", now)
                .setParameter("id", file.id())
                .setParameter("key", file.blobKey())
                .getResultList();
        return inserted.contains(true);
    }

    void forget(UUID attachment) {
        entities.createNativeQuery("delete from damaged_file where attachment_id = :id")
                .setParameter("id", attachment)
                .executeUpdate();
    }

    StoreReading progress() {
        return (StoreReading)
                entities.createNativeQuery("""
                        select coalesce(round, 0), started_at, coalesce(files, 0), coalesce(bytes, 0), last_round_at,
                            case when over then files else coalesce(last_round_files, 0) end,
                            case when over then bytes else coalesce(last_round_bytes, 0) end, (select count(*) from damaged_file)
                        from (select 1) always left join store_reading on id = 1""", StoreReading.class).getSingleResult();
    }

    List<DamagedFile> damaged(UUID after, int maxResult) {
        return damaged(entities.createNativeQuery(DAMAGED + " where d.attachment_id > :after order by d.attachment_id")
                .setParameter("after", after == null ? UuidV7.BEFORE_ALL : after)
                .setMaxResults(maxResult));
    }

    List<DamagedFile> damagedAmong(Collection<UUID> attachments) {
        var ids = attachments.stream().map(UUID::toString).collect(Collectors.joining(","));
        return damaged(entities.createNativeQuery(
                        DAMAGED + " where d.attachment_id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                .setParameter("ids", ids));
    }

    private static List<DamagedFile> damaged(Query query) {
        var damaged = new ArrayList<DamagedFile>();
        for (var each : query.getResultList()) {
            var row = (Object[]) each;
            damaged.add(new DamagedFile(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    FileDamage.valueOf((String) row[3]),
                    (Instant) row[4],
                    (Instant) row[5]));
        }
        return damaged;
    }
}
