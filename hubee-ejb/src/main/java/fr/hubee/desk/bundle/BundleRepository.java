package fr.hubee.desk.bundle;

import fr.hubee.desk.bundle.Bundle.BundleClaim;
import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.files.encryption.DataKeyStore;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobOwner;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.Words;
import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Stores bundles and the progress of their makers, each time in a short transaction: none is open while bytes are transferred. Queries on
 * behalf of a person filter by her account; makers and the purge see all bundles.
 */
@ApplicationScoped
@Transactional
class BundleRepository implements BlobOwner {
    private static final String GIVEN_UP = Words.text("desk.bundle.givenUp");
    private static final String FILE_GONE = Words.text("desk.bundle.fileGone");

    private static final String LIVE = "b.state in ('WAITING', 'MAKING', 'READY')";

    private static final String HOLDS_WHAT_IS_GONE = """
            exists (select 1 from bundle_file f where f.bundle_id = b.id and not exists (
                select 1 from attachment a where a.blob_key = f.blob_key and a.status = 'RECEIVED'))""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    DataKeyStore keys;

    @Inject
    Clock clock;

    /** Makes the following counts and choices stable until the end of the transaction. */
    void lock() {
        AdvisoryLock.take(entities, "bundles");
    }

    void add(Bundle bundle) {
        entities.persist(bundle);
    }

    /** @param login as stored in the account */
    List<BundleLine> of(String login, Collection<?> notBegun) {
        return entities.createQuery("""
                        select new fr.hubee.desk.bundle.BundleLine(b.id, b.fileName, b.caseCount, b.fileCount, b.size, b.state, b.read,
                            b.blobSize, b.askedAt, b.keptUntil, b.reason,
                            (select count(distinct c.id) from Case c where c.status in (:notBegun)
                                and c.id in (select f.caseId from Bundle o join o.files f where o.id = b.id)))
                        from Bundle b join Account a on a.id = b.accountId
                        where a.email = :login and b.state <> fr.hubee.desk.bundle.BundleState.OVER order by b.id desc""", BundleLine.class)
                .setParameter("login", login)
                .setParameter("notBegun", notBegun)
                .getResultList();
    }

    /** Returns a bundle of this account; locks the row until the end of the transaction. */
    Optional<Bundle> find(UUID account, UUID id) {
        return entities.createQuery("select b from Bundle b where b.id = :id and b.accountId = :account", Bundle.class)
                .setParameter("id", id)
                .setParameter("account", account)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The blob keys in each of the account's bundles that are waiting, being made or ready. */
    Collection<Set<String>> liveContents(UUID account) {
        var contents = new HashMap<Object, Set<String>>();
        rows(
                        "select b.id, f.blob_key from bundle b join bundle_file f on f.bundle_id = b.id"
                                + " where b.account_id = :account and " + LIVE,
                        "account",
                        account)
                .forEach(row ->
                        contents.computeIfAbsent(row[0], any -> new HashSet<>()).add((String) row[1]));
        return contents.values();
    }

    long liveSize() {
        return ((Number) entities.createNativeQuery("select coalesce(sum(b.size), 0) from bundle b where " + LIVE)
                        .getSingleResult())
                .longValue();
    }

    /** Claims the next one. No other maker takes it while the heartbeat continues. */
    Optional<BundleClaim> claim() {
        lock();
        var now = clock.instant();
        var silent = now.minus(Bundle.SILENCE);
        giveUp(silent);
        return next(now, silent).map(bundle -> {
            var left = bundle.claim(now);
            return new BundleClaim(bundle.id(), bundle.attempts(), left, contents(bundle.id()));
        });
    }

    /** Returns the oldest whose owner has no other one being made. */
    private Optional<Bundle> next(Instant now, Instant silent) {
        return entities.createQuery("""
                        select b from Bundle b
                        where b.keptUntil > :now
                          and (b.state = fr.hubee.desk.bundle.BundleState.WAITING
                            or b.state = fr.hubee.desk.bundle.BundleState.MAKING and b.heardAt < :silent and b.attempts < :most)
                          and not exists (select 1 from Bundle o where o.accountId = b.accountId and o.id <> b.id
                            and o.state = fr.hubee.desk.bundle.BundleState.MAKING and o.heardAt >= :silent)
                        order by b.askedAt, b.id""", Bundle.class)
                .setParameter("now", now)
                .setParameter("silent", silent)
                .setParameter("most", Bundle.MOST_ATTEMPTS)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private void giveUp(Instant silent) {
        entities.createQuery("""
                        update Bundle b set b.state = fr.hubee.desk.bundle.BundleState.FAILED, b.reason = :reason
                        where b.state = fr.hubee.desk.bundle.BundleState.MAKING and b.heardAt < :silent and b.attempts >= :most""")
                .setParameter("reason", GIVEN_UP)
                .setParameter("silent", silent)
                .setParameter("most", Bundle.MOST_ATTEMPTS)
                .executeUpdate();
    }

    /** @return whether the maker still holds the bundle, as in the methods below */
    boolean written(BundleClaim claim, BlobKey draft) {
        return note(claim, bundle -> bundle.written(draft));
    }

    boolean heard(BundleClaim claim, long bytes) {
        return note(claim, bundle -> bundle.heard(bytes, clock.instant()));
    }

    /** Refused when one of its files was purged meanwhile: the purge may have looked for copies earlier. */
    boolean ready(BundleClaim claim, StoredBlob zip) {
        if (holdsWhatIsGone(claim.id())) {
            failed(claim, FILE_GONE);
            return false;
        }
        return note(claim, bundle -> bundle.ready(zip, clock.instant()));
    }

    boolean failed(BundleClaim claim, String why) {
        return note(claim, bundle -> bundle.failed(why));
    }

    private boolean note(BundleClaim claim, Consumer<Bundle> what) {
        var made = Optional.ofNullable(RowLookup.findLocked(entities, Bundle.class, claim.id()))
                .filter(bundle -> bundle.isMadeBy(claim));
        made.ifPresent(what);
        return made.isPresent();
    }

    List<String> processesOf(Collection<CaseBundle> cases) {
        return entities.createQuery("select distinct c.processCode from Case c where c.id in :ids", String.class)
                .setParameter("ids", cases.stream().map(CaseBundle::caseId).toList())
                .getResultList();
    }

    /** Returns its files that can still be read, in the requested order. */
    List<CaseBundle> contents(UUID id) {
        var files = new LinkedHashMap<Object, CaseBundle>();
        rows("""
                select f.case_id, c.external_id, a.file_name, a.mime_type, a.blob_key, a.size, a.sha256
                from bundle_file f join cases c on c.id = f.case_id join attachment a on a.blob_key = f.blob_key
                where f.bundle_id = :id and a.status = 'RECEIVED' order by f.position""", "id", id)
                .forEach(row -> files.computeIfAbsent(
                                row[0], any -> new CaseBundle((UUID) row[0], (String) row[1], new ArrayList<>()))
                        .files()
                        .add(stored(row)));
        return List.copyOf(files.values());
    }

    private static StoredFile stored(Object[] row) {
        var blob = new StoredBlob(new BlobKey((String) row[4]), ((Number) row[5]).longValue(), (String) row[6]);
        return new StoredFile((String) row[2], (String) row[3], blob);
    }

    boolean holdsWhatIsGone(UUID id) {
        return !entities.createNativeQuery("select 1 from bundle b where b.id = :id and " + HOLDS_WHAT_IS_GONE)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /** Ends expired bundles, and those with a purged file: they can no longer be downloaded. */
    void end() {
        entities.createNativeQuery(
                        "update bundle b set state = 'OVER' where b.state <> 'OVER' and b.kept_until <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        entities.createNativeQuery("update bundle b set state = 'FAILED', reason = :reason where " + LIVE + " and "
                        + HOLDS_WHAT_IS_GONE)
                .setParameter("reason", FILE_GONE)
                .executeUpdate();
    }

    void endHolding(Collection<BlobKey> files) {
        entities.createNativeQuery("update bundle b set state = 'FAILED', reason = :reason where " + LIVE
                        + " and b.id in (select f.bundle_id from bundle_file f where f.blob_key = any (:keys))")
                .setParameter("reason", FILE_GONE)
                .setParameter("keys", values(files))
                .executeUpdate();
    }

    Map<UUID, BlobKey> erasable() {
        return entities.createQuery("""
                        select b from Bundle b where b.blobKey is not null
                          and b.state in (fr.hubee.desk.bundle.BundleState.FAILED, fr.hubee.desk.bundle.BundleState.OVER)""", Bundle.class)
                .getResultStream()
                .collect(Collectors.toMap(Bundle::id, bundle -> bundle.blob().orElseThrow()));
    }

    /**
     * Clears these deleted blobs in the rows, unless a maker has written another blob meanwhile, and removes the rows that have ended.
     *
     * @return how many rows were removed
     */
    int erased(Map<UUID, BlobKey> gone) {
        gone.forEach((id, key) -> entities.createNativeQuery(
                        "update bundle set blob_key = null where id = :id and blob_key = :key")
                .setParameter("id", id)
                .setParameter("key", key.value())
                .executeUpdate());
        keys.destroy(gone.keySet());
        return entities.createNativeQuery("delete from bundle where state = 'OVER' and blob_key is null")
                .executeUpdate();
    }

    /** The keys among these that a bundle may still hold a copy of. */
    Set<BlobKey> copied(Collection<BlobKey> files) {
        return among(
                "select distinct f.blob_key from bundle_file f join bundle b on b.id = f.bundle_id"
                        + " where b.blob_key is not null and f.blob_key = any (:keys)",
                files);
    }

    @Override
    public Set<BlobKey> named(Collection<BlobKey> blobs) {
        return among("select b.blob_key from bundle b where b.blob_key = any (:keys)", blobs);
    }

    private Set<BlobKey> among(String query, Collection<BlobKey> wanted) {
        var found = new HashSet<BlobKey>();
        for (var key : entities.createNativeQuery(query)
                .setParameter("keys", values(wanted))
                .getResultList()) {
            found.add(new BlobKey((String) key));
        }
        return found;
    }

    private static String[] values(Collection<BlobKey> keys) {
        return keys.stream().map(BlobKey::value).toArray(String[]::new);
    }

    @SuppressWarnings("unchecked") // several columns
    private List<Object[]> rows(String query, String name, Object value) {
        return entities.createNativeQuery(query).setParameter(name, value).getResultList();
    }
}
