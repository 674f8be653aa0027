package fr.hubee.exchange.folder;

import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobOwner;
import fr.hubee.files.storage.BlobsReleased;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stores the uploads that may be continued, and their parts. Two requests may not add the same bytes: on one server the second is turned
 * away, on two servers the first one that is committed counts.
 */
@ApplicationScoped
@Transactional
class PartialUploadRepository implements BlobOwner {
    /**
     * Size, in bytes, below which a part grows with the next request: else software that sends its file in pieces of some bytes would make as
     * many rows and blobs.
     */
    static final int SHORT = 64 * 1024;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<BlobsReleased> released;

    private final Map<UUID, Runnable> busy = new ConcurrentHashMap<>();

    /**
     * @param end lets go of it soon
     * @return false while another request of this server holds it
     */
    boolean hold(UUID id, Runnable end) {
        return busy.putIfAbsent(id, end) == null;
    }

    /** Tells the request that holds it to end. */
    void end(UUID id) {
        busy.getOrDefault(id, () -> {}).run();
    }

    void release(UUID id) {
        busy.remove(id);
    }

    /** Begins an upload, instead of the former one of the same file. */
    void begin(UUID id, UUID attachment, Caller caller, String digest, Instant now) {
        remove("attachment_id = :value", attachment);
        entities.createNativeQuery("""
                        insert into upload (id, attachment_id, client, digest, heard_at)
                        values (:id, :attachment, :client, cast(:digest as text), :now)""")
                .setParameter("id", id)
                .setParameter("attachment", attachment)
                .setParameter("client", sender(caller))
                .setParameter("digest", digest)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Begins the files of a person for a case, instead of her former ones. */
    void beginOfPerson(UUID id, UUID theCase, Caller caller, long size, Instant now) {
        remove("case_id || client = :value", theCase + sender(caller));
        entities.createNativeQuery(
                        "insert into upload (id, case_id, client, size, heard_at) values (:id, :case, :client, :size, :now)")
                .setParameter("id", id)
                .setParameter("case", theCase)
                .setParameter("client", sender(caller))
                .setParameter("size", size)
                .setParameter("now", now)
                .executeUpdate();
    }

    private static String sender(Caller caller) {
        return Sha256.hex(caller.name());
    }

    /** @throws NotFound when it is over, or somebody else's */
    PartialUpload require(Caller caller, UUID id) {
        Stream<?> found = entities.createNativeQuery("""
                        select u.id, coalesce(a.folder_id, c.folder_id), coalesce(e.case_id, c.id), a.event_id, u.attachment_id,
                               coalesce(a.size, u.size), u.received, u.digest, u.finished, u.heard_at
                        from upload u left join attachment a on a.id = u.attachment_id left join case_event e on e.id = a.event_id
                        left join cases c on c.id = u.case_id
                        where u.id = :id and u.client = :client""", PartialUpload.class)
                .setParameter("id", id)
                .setParameter("client", sender(caller))
                .getResultStream();
        return found.map(PartialUpload.class::cast).findFirst().orElseThrow(() -> NotFound.of("Upload"));
    }

    /**
     * @param first the number of bytes that were stored before
     * @param former the last part, whose bytes the new one begins with, and which it replaces; null for none
     * @return false when its bytes do not follow those that are stored
     */
    boolean add(UUID id, long first, StoredBlob part, StoredBlob former, Instant now) {
        long repeated = former == null ? 0 : former.size();
        int followed = entities.createNativeQuery("""
                        update upload set received = received + :size, heard_at = :now where id = :id and received = :first and not finished""")
                .setParameter("size", part.size() - repeated)
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("first", first)
                .executeUpdate();
        if (followed == 0) {
            return false;
        }
        if (former != null) {
            entities.createNativeQuery("delete from upload_part where blob_key = :key")
                    .setParameter("key", former.key().value())
                    .executeUpdate();
            released.fire(new BlobsReleased(List.of(former.key())));
        }
        entities.createNativeQuery("insert into upload_part values (:key, :id, :first, :size, :sha256)")
                .setParameter("key", part.key().value())
                .setParameter("id", id)
                .setParameter("first", first - repeated)
                .setParameter("size", part.size())
                .setParameter("sha256", part.sha256())
                .executeUpdate();
        return true;
    }

    /** Returns its parts, in order. */
    List<StoredBlob> parts(UUID id) {
        return blobs(entities.createNativeQuery(
                        "select blob_key, size, sha256 from upload_part where upload_id = :id order by first_byte")
                .setParameter("id", id));
    }

    /** Returns the last part, if it is so short that the next bytes are stored together with it; else null. */
    StoredBlob shortLast(UUID id) {
        var last = blobs(entities.createNativeQuery(
                        "select blob_key, size, sha256 from upload_part where upload_id = :id order by first_byte desc limit 1")
                .setParameter("id", id));
        return last.isEmpty() || last.get(0).size() >= SHORT ? null : last.get(0);
    }

    private static List<StoredBlob> blobs(Query query) {
        Stream<?> rows = query.getResultStream();
        return rows.map(Object[].class::cast)
                .map(row ->
                        new StoredBlob(new BlobKey((String) row[0]), ((Number) row[1]).longValue(), (String) row[2]))
                .toList();
    }

    /** The file was received, in the open transaction. */
    void finish(UUID attachment) {
        releaseParts(
                "attachment_id = :value and received = (select size from attachment where id = attachment_id)",
                attachment);
        entities.createNativeQuery("""
                        update upload u set finished = true from attachment a
                        where u.attachment_id = :attachment and a.id = u.attachment_id and u.received = a.size""").setParameter("attachment", attachment).executeUpdate();
    }

    /**
     * The files of a person were received, in the open transaction.
     *
     * @return false when another request has done it, or the upload is over
     */
    boolean finishOfPerson(UUID id) {
        releaseParts("id = :value", id);
        return entities.createNativeQuery("update upload set finished = true where id = :id and not finished")
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    void remove(UUID id) {
        remove("id = :value", id);
    }

    /** @return how many were removed */
    int removeUnheard(Instant since) {
        return remove("heard_at < :value", since);
    }

    private int remove(String condition, Object value) {
        releaseParts(condition, value);
        return entities.createNativeQuery("delete from upload where " + condition)
                .setParameter("value", value)
                .executeUpdate();
    }

    private void releaseParts(String condition, Object value) {
        var parts = keys(
                entities.createNativeQuery("delete from upload_part where upload_id in (select id from upload where "
                                + condition + ") returning blob_key")
                        .setParameter("value", value));
        if (!parts.isEmpty()) {
            released.fire(new BlobsReleased(List.copyOf(parts)));
        }
    }

    private static Set<BlobKey> keys(Query query) {
        Stream<?> keys = query.getResultStream();
        return keys.map(key -> new BlobKey((String) key)).collect(Collectors.toSet());
    }

    @Override
    public Set<BlobKey> named(Collection<BlobKey> blobs) {
        return keys(entities.createNativeQuery("select blob_key from upload_part where blob_key = any (:keys)")
                .setParameter("keys", blobs.stream().map(BlobKey::value).toArray(String[]::new)));
    }
}
