package fr.hubee.journal.seal;

import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;

/**
 * Proves recorded entries, for the national administrator. It only reads, and each answer is of one moment of the database. No transaction
 * is open during the transfer of an answer.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalProofService {
    private static final int BUFFER = 1 << 16;

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource application;

    @Inject
    AuditJournal journal;

    @Inject
    SealSettings settings;

    @Inject
    StampSettings stamps;

    @Inject
    Transactions transactions;

    /**
     * The state of the seal of the journal.
     *
     * @param upTo when the newest head was signed; null while there is none
     * @param entries number of leaves of its tree
     * @param isIntact whether its signature is good, and the stored leaves give its root
     * @param stamp the newest time stamp; null while there is none, and without an authority
     */
    public record JournalSeal(Instant upTo, long entries, boolean isIntact, Stamped stamp) {

        /**
         * @param at by the clock of the authority
         * @param isValid whether it is a stamp of its head by an authority that is trusted
         */
        public record Stamped(Instant at, String authority, boolean isValid) {}
    }

    @RolesAllowed(RoleNames.ADMIN)
    public JournalSeal currentSeal(Caller caller) throws IOException {
        return read(connection -> {
            var last = Heads.last(connection);
            return last.isEmpty() ? new JournalSeal(null, 0, true, null) : seal(connection, last.get());
        });
    }

    private JournalSeal seal(Connection connection, Heads.Kept last) throws SQLException {
        var keys = Heads.publicKeys(Heads.keys(connection));
        boolean isIntact;
        try {
            var head = TreeHead.verify(last.jws(), keys::get);
            isIntact = head.size() == last.size()
                    && head.at().equals(last.at())
                    && head.root().equals(StoredTree.root(connection, head.size()));
        } catch (IllegalArgumentException | IllegalStateException invalid) {
            isIntact = false;
        }
        return new JournalSeal(last.at(), last.size(), isIntact, stamped(connection));
    }

    private JournalSeal.Stamped stamped(Connection connection) throws SQLException {
        var last = stamps.address().isEmpty() ? Optional.<StampTable.Kept>empty() : StampTable.last(connection);
        return last.map(kept -> stamped(kept, stamps.authorities())).orElse(null);
    }

    static JournalSeal.Stamped stamped(StampTable.Kept kept, Authorities authorities) {
        var stamp = kept.stamp();
        boolean isValid;
        try {
            stamp.check(StampTable.content(kept.head().jws()), authorities);
            isValid = true;
        } catch (IllegalArgumentException refused) {
            isValid = false;
        }
        return new JournalSeal.Stamped(stamp.at(), stamp.authority(), isValid);
    }

    /**
     * @throws NotFound if there never was such an entry
     * @throws Conflict if it is not sealed yet
     */
    @RolesAllowed(RoleNames.ADMIN)
    public EntryProof prove(Caller caller, UUID entry) throws IOException {
        return read(connection -> {
            var found = new EntryBytes(connection).of(List.of(entry)).getOrDefault(entry, List.of());
            var leaf = Leaves.of(connection, entry);
            if (leaf.isEmpty()) {
                throw found.isEmpty() ? NotFound.of("Entry") : notYet();
            }
            var content = found.stream().findFirst().map(JournalExport::text).orElse(null);
            return proof(connection, leaf.get(), content);
        });
    }

    /** Returns those of these entries that {@link #prove} proves already. */
    @RolesAllowed(RoleNames.ADMIN)
    public Set<UUID> provable(Caller caller, Collection<UUID> entries) throws IOException {
        return read(connection -> {
            long size = Heads.last(connection).map(Heads.Kept::size).orElse(0L);
            return Leaves.of(connection, entries).values().stream()
                    .filter(leaf -> leaf.number() < size)
                    .map(Leaves.Leaf::entry)
                    .collect(Collectors.toUnmodifiableSet());
        });
    }

    private static EntryProof proof(Connection connection, Leaves.Leaf leaf, String content) throws SQLException {
        var stamped = StampTable.firstAfter(connection, leaf.number());
        var head = stamped.isPresent()
                ? stamped.get().head()
                : Heads.firstAfter(connection, leaf.number()).orElseThrow(JournalProofService::notYet);
        var path = StoredTree.read(connection, tree -> Proofs.inclusion(tree, leaf.number(), head.size()));
        return new EntryProof(
                leaf.entry(),
                content,
                leaf.number(),
                leaf.hash(),
                head.jws(),
                stamped.map(kept -> JournalExport.text(kept.stamp().bytes())).orElse(null),
                path,
                Heads.keys(connection));
    }

    private static Conflict notYet() {
        return new Conflict(Words.text("journal.JournalProofService.isNotSealed"));
    }

    /** @throws NotFound unless both are the sizes of signed trees, the first one not the larger one */
    @RolesAllowed(RoleNames.ADMIN)
    public TreeConsistency compare(Caller caller, long first, long second) throws IOException {
        return read(connection -> {
            var before = Heads.ofSize(connection, first);
            var after = Heads.ofSize(connection, second);
            if (before.isEmpty() || after.isEmpty() || first > second) {
                throw NotFound.of("Head");
            }
            var path = StoredTree.read(connection, tree -> Proofs.consistency(tree, first, second));
            return new TreeConsistency(before.get().jws(), after.get().jws(), path, Heads.keys(connection));
        });
    }

    /** Writes the whole journal with its leaves and heads, compressed, for {@code verify-journal}; it is recorded first. */
    @RolesAllowed(RoleNames.ADMIN)
    public void export(Caller caller, OutputStream target) throws IOException {
        transactions.run(() ->
                journal.record(Act.by(caller, AuditAction.JOURNAL_EXPORTED).with(Changes.of("withProofs", "true"))));
        var file = new OutputStreamWriter(new GZIPOutputStream(target, BUFFER), StandardCharsets.UTF_8);
        new JournalExport(application::getConnection, file).write();
        file.close(); // not after a failure: what has no end must not look whole
    }

    /** Returns a JSON Web Key Set: the public keys that sign, and have signed. */
    @PermitAll // they are public
    public String keys() throws IOException {
        return read(connection -> {
            var keys = new LinkedHashSet<>(Heads.keys(connection));
            settings.key().ifPresent(key -> keys.add(key.published().toJSONString()));
            return JSONObjectUtils.toJSONString(Map.of("keys", json(keys)));
        });
    }

    private <T> T read(JournalDatabase.Work<T> reading) throws IOException {
        JournalDatabase database = application::getConnection;
        return database.call(connection -> {
            connection.setAutoCommit(false);
            try (var begin = connection.createStatement()) {
                begin.execute("set transaction isolation level repeatable read, read only");
                return reading.on(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    /**
     * The proof that an entry is in a signed tree.
     *
     * @param content the bytes that are hashed, in base64; null when retention has deleted the entry
     * @param leaf the number of its leaf
     * @param head the signed head, a JSON Web Signature
     * @param stamp the time stamp of the head, in base64; null when it has none
     * @param path the hashes of the siblings on the path from the leaf to the root
     * @param keys the public keys, as JSON Web Keys
     */
    public record EntryProof(
            UUID entry,
            String content,
            long leaf,
            TreeHash hash,
            String head,
            String stamp,
            List<TreeHash> path,
            List<String> keys) {

        /** Returns the format that docs/journal-proofs.md describes. */
        public String toJson() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("type", "hubee-journal-proof");
            fields.put("version", 1);
            fields.put("entry", entry.toString());
            fields.put("content", content);
            fields.put("leaf", leaf);
            fields.put("hash", hash.toString());
            fields.put("path", path.stream().map(TreeHash::toString).toList());
            fields.put("head", head);
            fields.put("stamp", stamp);
            fields.put("keys", json(keys));
            return JSONObjectUtils.toJSONString(fields);
        }
    }

    /**
     * The proof that one signed tree is the beginning of another one.
     *
     * @param first and {@code second} are the signed heads, JSON Web Signatures
     * @param path the consistency proof of RFC 6962 §2.1.2
     */
    public record TreeConsistency(String first, String second, List<TreeHash> path, List<String> keys) {

        public String toJson() {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("type", "hubee-journal-consistency");
            fields.put("version", 1);
            fields.put("first", first);
            fields.put("second", second);
            fields.put("path", path.stream().map(TreeHash::toString).toList());
            fields.put("keys", json(keys));
            return JSONObjectUtils.toJSONString(fields);
        }
    }

    private static List<Map<String, Object>> json(Collection<String> keys) {
        return keys.stream().map(JournalProofService::json).toList();
    }

    private static Map<String, Object> json(String key) {
        try {
            return JSONObjectUtils.parse(key);
        } catch (ParseException invalid) {
            throw new IllegalStateException(invalid);
        }
    }
}
