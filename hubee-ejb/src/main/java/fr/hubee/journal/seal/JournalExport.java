package fr.hubee.journal.seal;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes the whole journal with its leaves and heads, for {@code verify-journal}: docs/journal-proofs.md describes the lines. Leaves and
 * heads are only added: those that existed at the beginning are one moment of the journal, even if they are read piece by piece. No
 * connection is held while a piece is written to a slow reader.
 */
public final class JournalExport {
    private static final int BLOCKS_AT_ONCE = 8;
    private static final int HEADS_AT_ONCE = 100;
    private static final int ENTRIES_AT_ONCE = 5000;

    private static final String BLOCKS =
            "select first_leaf, ids, hashes from journal_block where first_leaf > ? and first_leaf < ? order by first_leaf limit "
                    + BLOCKS_AT_ONCE;

    private static final String HEADS = """
            select h.size, h.at, h.jws, s.token from journal_head h left join journal_stamp s using (size, at)
            where (h.size, h.at) > (?, ?) and (h.size, h.at) <= (?, ?) order by h.size, h.at limit\s""" + HEADS_AT_ONCE;

    private static final String NEXT_PIECE =
            "select e.id from audit_entry e where e.id >= ? and e.id <= ? order by e.id offset ? limit 1";

    private static final String LOOSE = "select e.id, " + EntryBytes.COLUMN + """
            , coalesce(e.happened_at < ?, false)
            from audit_entry e
            where e.id >= ? and e.id <= ? and not exists (
                select from (
                    select substr(b.ids, n * 16 + 1, 16) as id
                    from (select o.leaves, o.ids || ''::bytea as ids from journal_block o
                        where o.last_id >= ? and o.first_id <= ? and o.first_leaf < ? offset 0) b,
                        generate_series(0, b.leaves - 1) n offset 0) k
                where k.id = uuid_send(e.id))""";

    private final JournalDatabase database;
    private final Writer file;

    private final Deque<Head> heads = new ArrayDeque<>();

    private Bounds bounds;
    private long lastBlock = -1;
    private long lastHeadSize = -1;
    private Timestamp lastHeadAt = new Timestamp(0);
    private boolean hasAllHeads;

    /** The first identifier of the next piece of entries without a leaf; null after the last one. */
    private UUID nextLoose = new UUID(0, 0);

    /** @param stamp null while it has none */
    private record Head(long size, String jws, String stamp) {}

    private record Block(List<Leaves.Leaf> leaves, Map<UUID, List<byte[]>> entries) {}

    public JournalExport(JournalDatabase database, Writer file) {
        this.database = database;
        this.file = file;
    }

    /** @throws IOException also when retention has dropped a month meanwhile: the export then has no end, and is refused */
    public void write() throws IOException {
        bounds = database.call(Bounds::of);
        line("hubee-journal", "1");
        for (var key : bounds.keys()) {
            line("key", key);
        }
        long leaves = writeTree();
        writeLoose();
        if (!database.call(bounds::hasAllMonths)) {
            throw new IOException("A month of the journal was dropped while it was exported: export it again");
        }
        line("end", String.valueOf(leaves));
    }

    private void line(String... words) throws IOException {
        file.write(String.join(" ", words));
        file.write('\n');
    }

    private long writeTree() throws IOException {
        long leaves = 0;
        for (var blocks = database.call(this::blocks); !blocks.isEmpty(); blocks = database.call(this::blocks)) {
            for (var block : blocks) {
                for (var leaf : block.leaves()) {
                    writeHeads(leaf.number());
                    write(leaf, block.entries());
                    leaves = leaf.number() + 1;
                }
            }
        }
        writeHeads(Long.MAX_VALUE);
        return leaves;
    }

    /** Reads the next blocks, with their entries. */
    private List<Block> blocks(Connection connection) throws SQLException {
        var found = Sql.list(connection, BLOCKS, this::leaves, lastBlock, bounds.leaves());
        var entries = new EntryBytes(connection);
        var blocks = new ArrayList<Block>();
        for (var leaves : found) {
            var ids = leaves.stream().map(Leaves.Leaf::entry).toList();
            blocks.add(new Block(leaves, entries.of(ids)));
        }
        return blocks;
    }

    private List<Leaves.Leaf> leaves(ResultSet block) throws SQLException {
        lastBlock = block.getLong(1);
        return Leaves.of(block);
    }

    /** Writes the heads of trees with at most that many leaves. */
    private void writeHeads(long leaves) throws IOException {
        for (var head = nextHead(); head != null && head.size() <= leaves; head = nextHead()) {
            line("head", head.jws());
            if (head.stamp() != null) {
                line("stamp", head.stamp());
            }
            heads.remove();
        }
    }

    private Head nextHead() throws IOException {
        if (heads.isEmpty() && !hasAllHeads) {
            heads.addAll(database.call(this::heads));
            hasAllHeads = heads.isEmpty();
        }
        return heads.peek();
    }

    private List<Head> heads(Connection connection) throws SQLException {
        return Sql.list(connection, HEADS, this::head, lastHeadSize, lastHeadAt, bounds.headSize(), bounds.headAt());
    }

    private Head head(ResultSet row) throws SQLException {
        lastHeadSize = row.getLong(1);
        lastHeadAt = row.getTimestamp(2);
        var stamp = row.getBytes(4);
        return new Head(lastHeadSize, row.getString(3), stamp == null ? null : text(stamp));
    }

    private void write(Leaves.Leaf leaf, Map<UUID, List<byte[]>> found) throws IOException {
        var there = found.getOrDefault(leaf.entry(), List.of());
        var same = there.stream()
                .filter(bytes -> TreeHash.leaf(bytes).equals(leaf.hash()))
                .findFirst()
                .or(() -> there.stream().findFirst());
        line(
                "leaf",
                String.valueOf(leaf.number()),
                leaf.entry().toString(),
                leaf.hash().toString(),
                same.map(JournalExport::text).orElse("-"));
        for (var other : there) {
            if (other != same.get()) {
                line("loose", "old", text(other));
            }
        }
    }

    static String text(byte... bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Writes the entries without a leaf, in pieces of the journal in the order of identifiers. */
    private void writeLoose() throws IOException {
        while (bounds.lastEntry() != null && nextLoose != null) {
            for (var line : database.call(this::loose)) {
                line(line);
            }
        }
    }

    /** Returns the lines of the next piece; may be none. An entry that happened before the last sweep began should have a leaf. */
    private List<String[]> loose(Connection connection) throws SQLException {
        var first = nextLoose;
        nextLoose = Sql.first(
                        connection,
                        NEXT_PIECE,
                        row -> row.getObject(1, UUID.class),
                        first,
                        bounds.lastEntry(),
                        ENTRIES_AT_ONCE)
                .orElse(null);
        var end = nextLoose == null ? bounds.lastEntry() : nextLoose;
        var found = new ArrayList<String[]>();
        Sql.each(
                connection,
                LOOSE,
                row -> {
                    if (!row.getObject(1, UUID.class).equals(nextLoose)) { // the first one of the next piece
                        found.add(new String[] {"loose", row.getBoolean(3) ? "old" : "new", text(row.getBytes(2))});
                    }
                },
                bounds.since(),
                first,
                end,
                first,
                end,
                bounds.leaves());
        return found;
    }

    /**
     * The bounds of an export: it holds only the entries that were there when it began.
     *
     * @param leaves their number
     * @param headSize and {@code headAt} name the last head; -1 and the epoch while there is none
     * @param since every entry that happened before has a leaf; null before the first sweep
     * @param lastEntry the highest identifier; null when the journal is empty
     * @param months the object identifiers of its partitions
     */
    private record Bounds(
            long leaves,
            long headSize,
            Timestamp headAt,
            Timestamp since,
            UUID lastEntry,
            List<Long> months,
            List<String> keys) {
        /** Query of the bounds; one statement sees one moment. */
        private static final String NOW = """
                select coalesce((select b.first_leaf + b.leaves from journal_block b order by b.first_leaf desc limit 1), 0),
                    coalesce(h.size, -1), coalesce(h.at, 'epoch'), (select s.since from journal_sealing s),
                    (select e.id from audit_entry e order by e.id desc limit 1),
                    array(select cast(inhrelid as bigint) from pg_inherits where inhparent = cast('audit_entry' as regclass))
                from (select 1) one left join lateral (select size, at from journal_head order by size desc, at desc limit 1) h on true""";

        private static final String MONTHS_LEFT = """
                select count(*) from pg_inherits
                where inhparent = cast('audit_entry' as regclass) and cast(inhrelid as bigint) = any(?)""";

        static Bounds of(Connection connection) throws SQLException {
            return Sql.one(
                    connection,
                    NOW,
                    row -> new Bounds(
                            row.getLong(1),
                            row.getLong(2),
                            row.getTimestamp(3),
                            row.getTimestamp(4),
                            row.getObject(5, UUID.class),
                            List.of((Long[]) row.getArray(6).getArray()),
                            Heads.keys(connection))); // after the head: its key is among them
        }

        /** Whether retention has dropped no month since. */
        boolean hasAllMonths(Connection connection) throws SQLException {
            var left = connection.createArrayOf("bigint", months.toArray());
            return Sql.one(connection, MONTHS_LEFT, row -> row.getInt(1), left) == months.size();
        }
    }
}
