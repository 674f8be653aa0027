package fr.hubee.journal.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
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
            try (var select = connection.prepareStatement(SELECT + " and e.happened_at between ? and ?")) {
                var first = byTime.stream()
                        .map(EntryBytes::time)
                        .min(Instant::compareTo)
                        .orElseThrow();
                var last = byTime.stream()
                        .map(EntryBytes::time)
                        .max(Instant::compareTo)
                        .orElseThrow();
                select.setTimestamp(2, Timestamp.from(first.minus(OTHER_CLOCK)));
                select.setTimestamp(3, Timestamp.from(last.plus(OTHER_CLOCK)));
                read(select, byTime, found);
            }
        }
        if (!others.isEmpty()) {
            try (var select = connection.prepareStatement(SELECT)) {
                read(select, others, found);
            }
        }
        return found;
    }

    static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private void read(PreparedStatement select, List<UUID> ids, Map<UUID, List<byte[]>> found) throws SQLException {
        select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(rows.getBytes(2));
            }
        }
    }
}
