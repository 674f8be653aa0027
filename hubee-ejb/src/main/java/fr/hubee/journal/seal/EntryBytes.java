package fr.hubee.journal.seal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Entries as the bytes that are hashed: docs/journal-proofs.md. */
final class EntryBytes {
    static final String COLUMN = """
            journal_entry_bytes(e.id, e.happened_at, e.actor, e.actor_organization, e.address, e.action, e.organization, e.subject,
                e.subject_version, e.changes, e.database_user)""";

    private static final String SELECT = "select e.id, " + COLUMN + " from audit_entry e where e.id = any(?)";

    /** Maximum difference of clocks: before V27 the application's clock made identifiers, not the database's. */
    private static final Duration OTHER_CLOCK = Duration.ofDays(1);

    private static final int BY_TIME = 7;

    private final Connection connection;

    EntryBytes(Connection connection) {
        this.connection = connection;
    }

    /** Returns the bytes of the entries that still exist; more than one for an identifier is an error or a manipulation. */
    Map<UUID, List<byte[]>> of(Collection<UUID> ids) throws SQLException {
        var found = new HashMap<UUID, List<byte[]>>();
        var byTime = ids.stream().filter(id -> id.version() == BY_TIME).toList();
        var others = ids.stream().filter(id -> id.version() != BY_TIME).toList();
        if (!byTime.isEmpty()) { // in the months of their times, not in all
            var times = byTime.stream().map(EntryBytes::time).sorted().toList();
            read(
                    found,
                    SELECT + " and e.happened_at between ? and ?",
                    array(byTime),
                    Timestamp.from(times.get(0).minus(OTHER_CLOCK)),
                    Timestamp.from(times.get(times.size() - 1).plus(OTHER_CLOCK)));
        }
        if (!others.isEmpty()) {
            read(found, SELECT, array(others));
        }
        return found;
    }

    private Array array(List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private void read(Map<UUID, List<byte[]>> found, String select, Object... parameters) throws SQLException {
        Sql.each(
                connection,
                select,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(row.getBytes(2)),
                parameters);
    }

    static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
