package fr.hubee.journal.seal;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The signed heads and the keys that have signed them, in the database. */
final class Heads {
    /** @param jws the head as it was signed */
    record Kept(long size, Instant at, String jws) {}

    private static final String SELECT = "select size, at, jws from journal_head ";

    private Heads() {}

    static void keep(Connection connection, TreeHead head, SealKey key) throws SQLException {
        Sql.update(
                connection,
                "insert into journal_key (kid, jwk) values (?, ?) on conflict do nothing",
                key.id(),
                key.published().toJSONString());
        Sql.update(
                connection,
                "insert into journal_head (size, at, jws) values (?, ?, ?)",
                head.size(),
                Timestamp.from(head.at()),
                head.sign(key));
    }

    static Optional<Kept> last(Connection connection) throws SQLException {
        return Sql.first(connection, SELECT + "order by size desc, at desc limit 1", Heads::kept);
    }

    /** Returns the first head with more leaves than that: it proves the leaf of that number. */
    static Optional<Kept> firstAfter(Connection connection, long leaf) throws SQLException {
        return Sql.first(connection, SELECT + "where size > ? order by size, at limit 1", Heads::kept, leaf);
    }

    /** Returns these heads by the numbers of leaves; none for leaves that no head has yet. */
    static Map<Long, Kept> firstAfter(Connection connection, Collection<Long> leaves) throws SQLException {
        var found = new HashMap<Long, Kept>();
        Sql.each(
                connection,
                """
                select h.size, h.at, h.jws, w.leaf from unnest(?) w(leaf)
                cross join lateral (select size, at, jws from journal_head where size > w.leaf order by size, at limit 1) h""",
                row -> found.put(row.getLong(4), kept(row)),
                connection.createArrayOf("bigint", leaves.toArray()));
        return found;
    }

    /** Returns the newest head that was signed then, or before. */
    static Optional<Kept> at(Connection connection, Instant moment) throws SQLException {
        return Sql.first(
                connection,
                SELECT + "where at <= ? order by at desc, size desc limit 1",
                Heads::kept,
                Timestamp.from(moment));
    }

    static Optional<Kept> ofSize(Connection connection, long leaves) throws SQLException {
        return Sql.first(connection, SELECT + "where size = ? order by at limit 1", Heads::kept, leaves);
    }

    /** Reads a row that begins with size, at and jws. */
    static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3));
    }

    /** Returns the keys as JSON Web Keys, the oldest first. */
    static List<String> keys(Connection connection) throws SQLException {
        return Sql.list(connection, "select jwk from journal_key order by since, kid", row -> row.getString(1));
    }

    static Map<String, OctetKeyPair> keysByName(Connection connection) throws SQLException {
        return byName(keys(connection), key -> key);
    }

    /** Returns the public keys that verify heads, by their names. */
    static Map<String, PublicKey> publicKeys(List<String> keys) {
        return byName(keys, TreeHead::publicKey);
    }

    private static <K> Map<String, K> byName(List<String> keys, Function<OctetKeyPair, K> read) {
        var found = new LinkedHashMap<String, K>();
        for (var each : keys) {
            try {
                var key = OctetKeyPair.parse(each);
                found.put(key.getKeyID(), read.apply(key));
            } catch (ParseException invalid) {
                throw new IllegalStateException("not a key: " + each, invalid);
            }
        }
        return found;
    }
}
