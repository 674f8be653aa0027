package fr.hubee.journal.seal;

import fr.hubee.journal.proof.TreeHash;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
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

    private final JournalDatabase database;
    private final Writer file;

    private final Deque<Head> heads = new ArrayDeque<>();

    private ExportBounds bounds;
    private long lastBlock = -1;
    private long lastHeadSize = -1;
    private Timestamp lastHeadAt = new Timestamp(0);
    private boolean hasAllHeads;

    /** @param stamp null while it has none */
    private record Head(long size, String jws, String stamp) {}

    private record Block(List<Leaves.Leaf> leaves, Map<UUID, List<byte[]>> entries) {}

    @FunctionalInterface
    private interface Reading<T> {
        T of(Connection connection) throws SQLException;
    }

    public JournalExport(JournalDatabase database, Writer file) {
        this.database = database;
        this.file = file;
    }

    /** @throws IOException also when retention has dropped a month meanwhile: the export then has no end, and is refused */
    public void write() throws SQLException, IOException {
        bounds = read(ExportBounds::of);
        line("hubee-journal", "1");
        for (var key : bounds.keys()) {
            line("key", key);
        }
        long leaves = writeTree();
        writeLoose();
        if (!read(bounds::hasAllMonths)) {
            throw new IOException("A month of the journal was dropped while it was exported: export it again");
        }
        line("end", String.valueOf(leaves));
    }

    private <T> T read(Reading<T> reading) throws SQLException {
        try (var connection = database.connect()) {
            return reading.of(connection);
        }
    }

    private void line(String... words) throws IOException {
        file.write(String.join(" ", words));
        file.write('\n');
    }

    private long writeTree() throws SQLException, IOException {
        long leaves = 0;
        for (var blocks = read(this::blocks); !blocks.isEmpty(); blocks = read(this::blocks)) {
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
        var found = new ArrayList<List<Leaves.Leaf>>();
        try (var select = connection.prepareStatement(BLOCKS)) {
            select.setLong(1, lastBlock);
            select.setLong(2, bounds.leaves());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    lastBlock = rows.getLong(1);
                    found.add(Leaves.of(rows));
                }
            }
        }
        var entries = new EntryBytes(connection);
        var blocks = new ArrayList<Block>();
        for (var leaves : found) {
            var ids = leaves.stream().map(Leaves.Leaf::entry).toList();
            blocks.add(new Block(leaves, entries.of(ids)));
        }
        return blocks;
    }

    /** Writes the heads of trees with at most that many leaves. */
    private void writeHeads(long leaves) throws SQLException, IOException {
        for (var head = nextHead(); head != null && head.size() <= leaves; head = nextHead()) {
            line("head", head.jws());
            if (head.stamp() != null) {
                line("stamp", head.stamp());
            }
            heads.remove();
        }
    }

    private Head nextHead() throws SQLException {
        if (heads.isEmpty() && !hasAllHeads) {
            heads.addAll(read(this::heads));
            hasAllHeads = heads.isEmpty();
        }
        return heads.peek();
    }

    private List<Head> heads(Connection connection) throws SQLException {
        var found = new ArrayList<Head>();
        try (var select = connection.prepareStatement(HEADS)) {
            select.setLong(1, lastHeadSize);
            select.setTimestamp(2, lastHeadAt);
            select.setLong(3, bounds.headSize());
            select.setTimestamp(4, bounds.headAt());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    lastHeadSize = rows.getLong(1);
                    lastHeadAt = rows.getTimestamp(2);
                    var stamp = rows.getBytes(4);
                    found.add(new Head(lastHeadSize, rows.getString(3), stamp == null ? null : text(stamp)));
                }
            }
        }
        return found;
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

    private void writeLoose() throws SQLException, IOException {
        var loose = new LooseEntries(bounds, ENTRIES_AT_ONCE);
        while (loose.hasMore()) {
            for (var each : read(loose::read)) {
                line("loose", each.isOld() ? "old" : "new", each.content());
            }
        }
    }
}
