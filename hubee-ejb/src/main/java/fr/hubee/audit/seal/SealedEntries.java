package fr.hubee.audit.seal;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.OctetKeyPair;
import fr.hubee.audit.merkle.Proofs;
import fr.hubee.audit.merkle.TreeHash;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Entries with their proofs, for what is signed about them. */
@Dependent
public class SealedEntries {
    private static final System.Logger LOG = System.getLogger(SealedEntries.class.getName());

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource application;

    @Inject
    SealSettings settings;

    /** An entry that is there, and is what was sealed. */
    public static final class Found {
        private final byte[] content;
        private final Optional<LeafProof> proof;

        private Found(byte[] content, Optional<LeafProof> proof) {
            this.content = content;
            this.proof = proof;
        }

        /** The bytes that are hashed. */
        public byte[] content() {
            return content.clone();
        }

        /** Empty while it is not sealed. */
        public Optional<LeafProof> proof() {
            return proof;
        }
    }

    /**
     * Those that are there, by their identifiers; an entry that is not what was sealed is not.
     *
     * @throws IOException when the database does not answer
     */
    public Map<UUID, Found> of(Collection<UUID> ids) throws IOException {
        try (var connection = application.getConnection()) {
            return of(connection, ids);
        } catch (SQLException away) {
            throw new IOException(away);
        }
    }

    static Map<UUID, Found> of(Connection connection, Collection<UUID> ids) throws SQLException {
        var keys = keys(connection);
        var tree = new ProvenTree(connection);
        var found = new LinkedHashMap<UUID, Found>();
        for (var entry : new EntryBytes(connection).of(ids).entrySet()) {
            var leaf = Leaves.of(connection, entry.getKey());
            var content = leaf.isEmpty()
                    ? Optional.of(entry.getValue().get(0))
                    : same(entry.getKey(), entry.getValue(), leaf.get());
            if (content.isPresent()) {
                var proof = leaf.isEmpty() ? Optional.<LeafProof>empty() : proof(connection, tree, leaf.get(), keys);
                found.put(entry.getKey(), new Found(content.get(), proof));
            }
        }
        return found;
    }

    private static Optional<byte[]> same(UUID entry, List<byte[]> contents, Leaves.Leaf leaf) {
        var same = contents.stream()
                .filter(bytes -> TreeHash.leaf(bytes).equals(leaf.hash()))
                .findFirst();
        if (same.isEmpty()) {
            LOG.log(Level.ERROR, "The entry {0} of the journal is not what was sealed", entry);
        }
        return same;
    }

    private static Optional<LeafProof> proof(
            Connection connection, ProvenTree tree, Leaves.Leaf leaf, Map<String, OctetKeyPair> keys)
            throws SQLException {
        var head = Heads.firstAfter(connection, leaf.number());
        if (head.isEmpty()) {
            return Optional.empty();
        }
        var path = Proofs.inclusion(tree, leaf.number(), head.get().size());
        var jws = head.get().jws();
        return Optional.of(new LeafProof(leaf.number(), leaf.hash(), path, jws, keys.get(signer(jws))));
    }

    /** The newest head that was signed then, or before. */
    public Optional<SignedHead> headAt(Instant moment) throws IOException {
        try (var connection = application.getConnection()) {
            var keys = keys(connection);
            return Heads.at(connection, moment).map(head -> new SignedHead(head.jws(), keys.get(signer(head.jws()))));
        } catch (SQLException away) {
            throw new IOException(away);
        }
    }

    private static String signer(String jws) {
        try {
            return JWSObject.parse(jws).getHeader().getKeyID();
        } catch (ParseException nonsense) {
            throw new IllegalStateException(nonsense);
        }
    }

    /** The keys that have signed heads, by their names. */
    public Map<String, OctetKeyPair> keys() throws IOException {
        try (var connection = application.getConnection()) {
            return keys(connection);
        } catch (SQLException away) {
            throw new IOException(away);
        }
    }

    private static Map<String, OctetKeyPair> keys(Connection connection) throws SQLException {
        var found = new LinkedHashMap<String, OctetKeyPair>();
        for (var each : Heads.keys(connection)) {
            try {
                var key = OctetKeyPair.parse(each);
                found.put(key.getKeyID(), key);
            } catch (ParseException nonsense) {
                throw new IllegalStateException(nonsense);
            }
        }
        return found;
    }

    /** The one that signs now, once it has signed a head: others find it, also after the next one. */
    public Optional<SealKey> signer() throws IOException {
        var known = keys().keySet();
        return settings.key().filter(key -> known.contains(key.id()));
    }
}
