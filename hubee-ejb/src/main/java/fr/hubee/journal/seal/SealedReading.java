package fr.hubee.journal.seal;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads entries with their proofs for one answer, in few statements, however many there are. */
public final class SealedReading {
    private static final System.Logger LOG = System.getLogger(SealedReading.class.getName());

    private final JournalDatabase database;
    private final Map<String, OctetKeyPair> keys;
    private final Optional<SealKey> signer;

    /** An existing entry that is the same as the sealed one. */
    public static final class Found {
        private final byte[] content;
        private final Optional<LeafProof> proof;

        private Found(byte[] content, Optional<LeafProof> proof) {
            this.content = content;
            this.proof = proof;
        }

        public byte[] content() {
            return content.clone();
        }

        /** Returns the proof; empty while it is not sealed. */
        public Optional<LeafProof> proof() {
            return proof;
        }
    }

    /** @param keys that have signed heads, by their names */
    SealedReading(JournalDatabase database, Map<String, OctetKeyPair> keys, Optional<SealKey> own) {
        this.database = database;
        this.keys = Map.copyOf(keys);
        this.signer = own.filter(key -> keys.containsKey(key.id()));
    }

    /** Returns the current key, once it has signed a head: it can then be found, even after a change of key. */
    public Optional<SealKey> signer() {
        return signer;
    }

    /**
     * Returns the entries that exist, by their identifiers; an entry that differs from the sealed one is left out.
     *
     * @throws IOException when the database does not answer
     */
    public Map<UUID, Found> of(Collection<UUID> ids) throws IOException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.call(connection -> {
            var contents = new EntryBytes(connection).of(ids);
            var leaves = Leaves.of(connection, contents.keySet());
            var proofs = proofs(connection, leaves);
            var found = new LinkedHashMap<UUID, Found>();
            contents.forEach((id, content) -> same(id, content, leaves.get(id))
                    .ifPresent(same -> found.put(id, new Found(same, Optional.ofNullable(proofs.get(id))))));
            return found;
        });
    }

    /** @param leaf null while it is not sealed */
    private static Optional<byte[]> same(UUID entry, List<byte[]> contents, Leaves.Leaf leaf) {
        if (leaf == null) {
            return Optional.of(contents.get(0));
        }
        var same = contents.stream()
                .filter(bytes -> TreeHash.leaf(bytes).equals(leaf.hash()))
                .findFirst();
        if (same.isEmpty()) {
            LOG.log(Level.ERROR, "The entry {0} of the journal is not what was sealed", entry);
        }
        return same;
    }

    private Map<UUID, LeafProof> proofs(Connection connection, Map<UUID, Leaves.Leaf> leaves) throws SQLException {
        if (leaves.isEmpty()) {
            return Map.of();
        }
        var numbers = leaves.values().stream().map(Leaves.Leaf::number).toList();
        var heads = Heads.firstAfter(connection, numbers);
        var paths = StoredTree.read(connection, tree -> paths(tree, heads));
        var proofs = new HashMap<UUID, LeafProof>();
        leaves.forEach((entry, leaf) -> {
            var head = heads.get(leaf.number());
            var key = head == null ? null : signer(head.jws());
            if (key != null) {
                var path = paths.get(leaf.number());
                proofs.put(entry, new LeafProof(leaf.number(), leaf.hash(), path, head.jws(), key));
            }
        });
        return proofs;
    }

    private static Map<Long, List<TreeHash>> paths(Subtrees tree, Map<Long, Heads.Kept> heads) {
        var paths = new HashMap<Long, List<TreeHash>>();
        heads.forEach((leaf, head) -> paths.put(leaf, Proofs.inclusion(tree, leaf, head.size())));
        return paths;
    }

    /** Returns the newest head that was signed then, or before. */
    public Optional<SignedHead> headAt(Instant moment) throws IOException {
        return database.call(connection -> Heads.at(connection, moment))
                .map(head -> new SignedHead(head.jws(), signer(head.jws())));
    }

    /** Returns the key alone; null when it is newer than this reading. */
    private OctetKeyPair signer(String jws) {
        try {
            var key = keys.get(JWSObject.parse(jws).getHeader().getKeyID());
            return key == null ? null : SignedClaims.bare(key);
        } catch (ParseException invalid) {
            throw new IllegalStateException(invalid);
        }
    }
}
