package fr.hubee.journal.seal;

import fr.hubee.kernel.shared.Paris;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives leaves to all entries without one, then signs the head of the tree if it is new. Each step is one transaction, which another node
 * skips while it runs here. The connection is the owner's, without automatic commits.
 */
final class SealingRound {
    /** How far back a sweep also looks for entries that the previous one can only have missed if the clock was set back. */
    static final Duration USUAL = Duration.ofMinutes(1);

    static final Duration FIRST_OF_THE_DAY = Duration.ofDays(2);

    /** Maximum time without a head: a head also proves that nothing has happened. */
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    private static final String SEAL = "select taken, ended, leaves, moment from seal_journal(?, cast(? as interval))";

    private final Connection connection;
    private final Optional<SealKey> key;
    private final int most;

    private record Step(long taken, boolean ended, long leaves, Instant moment) {}

    /** @param most how many entries get their leaves in one step */
    SealingRound(Connection connection, Optional<SealKey> key, int most) {
        this.connection = connection;
        this.key = key;
        this.most = most;
    }

    /** @return how many entries have got their leaves; -1 when another node is at it */
    long run() throws SQLException {
        try {
            return seal();
        } finally {
            connection.rollback();
        }
    }

    private long seal() throws SQLException {
        var last = Heads.last(connection).map(Heads.Kept::at);
        connection.commit();
        long taken = 0;
        Step step;
        do {
            step = step(last);
            if (step == null) {
                return taken == 0 ? -1 : taken;
            }
            taken += step.taken();
            connection.commit();
        } while (!step.ended());
        return taken;
    }

    private Step step(Optional<Instant> last) throws SQLException {
        var step = giveLeaves(last);
        if (step != null) {
            new TreeNodes(connection).grow(step.leaves());
            if (step.ended() && key.isPresent()) {
                sign(step, key.get());
            }
        }
        return step;
    }

    private Step giveLeaves(Optional<Instant> last) throws SQLException {
        return Sql.one(
                connection,
                SEAL,
                row -> row.getTimestamp(4) == null
                        ? null
                        : new Step(
                                row.getLong(1),
                                row.getBoolean(2),
                                row.getLong(3),
                                row.getTimestamp(4).toInstant()),
                most,
                lookBack(last).toString());
    }

    private Duration lookBack(Optional<Instant> last) throws SQLException {
        return last.isEmpty() || !day(last.get()).equals(day(now())) ? FIRST_OF_THE_DAY : USUAL;
    }

    private Instant now() throws SQLException {
        // a transaction without a number: see seal_journal
        return Sql.one(
                connection,
                "select clock_timestamp()",
                row -> row.getTimestamp(1).toInstant());
    }

    private void sign(Step step, SealKey signer) throws SQLException {
        var last = Heads.last(connection);
        boolean isNews = last.isEmpty()
                || last.get().size() != step.leaves()
                || !day(last.get().at()).equals(day(step.moment()))
                || last.get().at().plus(LONGEST_SILENCE).isBefore(step.moment());
        if (isNews) {
            var head = new TreeHead(step.leaves(), StoredTree.root(connection, step.leaves()), step.moment());
            Heads.keep(connection, head, signer);
        }
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Paris.ZONE);
    }

    /** Adds the hashes of the subtrees that have become complete. */
    private static final class TreeNodes {
        private record Place(int level, long position) {}

        private final Connection connection;

        /** Left subtrees that wait for their right ones. */
        private final Map<Place, TreeHash> added = new HashMap<>();

        TreeNodes(Connection connection) {
            this.connection = connection;
        }

        void grow(long leaves) throws SQLException {
            try (var insert =
                    connection.prepareStatement("insert into journal_node (level, position, hash) values (?, ?, ?)")) {
                for (long chunk = chunks(); (chunk + 1) * StoredTree.CHUNK <= leaves; chunk++) {
                    var place = new Place(StoredTree.CHUNK_LEVEL, chunk);
                    add(insert, place, stored(place));
                }
                insert.executeBatch();
            }
        }

        private TreeHash stored(Place place) throws SQLException {
            long begin = place.position() << place.level();
            long end = (place.position() + 1) << place.level();
            return StoredTree.read(connection, tree -> tree.hash(begin, end));
        }

        private long chunks() throws SQLException {
            return Sql.one(
                    connection,
                    "select coalesce(max(position) + 1, 0) from journal_node where level = " + StoredTree.CHUNK_LEVEL,
                    row -> row.getLong(1));
        }

        private void add(PreparedStatement insert, Place place, TreeHash hash) throws SQLException {
            insert.setInt(1, place.level());
            insert.setLong(2, place.position());
            insert.setBytes(3, hash.bytes());
            insert.addBatch();
            if ((place.position() & 1) == 0) {
                added.put(place, hash);
            } else {
                add(insert, new Place(place.level() + 1, place.position() >> 1), TreeHash.node(left(place), hash));
            }
        }

        private TreeHash left(Place right) throws SQLException {
            var place = new Place(right.level(), right.position() - 1);
            var hash = added.remove(place);
            return hash == null ? stored(place) : hash;
        }
    }
}
