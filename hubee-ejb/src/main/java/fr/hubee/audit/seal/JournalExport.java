package fr.hubee.audit.seal;

import fr.hubee.audit.merkle.TreeHash;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes the whole journal with its leaves and heads, for {@code verify-journal}: docs/journal-proofs.md describes the lines. The
 * connection reads one moment of the database; nothing is held but a block.
 */
public final class JournalExport {
    private static final int AT_ONCE = 500;

    private static final String BLOCKS = "select first_leaf, ids, hashes from journal_block order by first_leaf";
    private static final String HEADS =
            "select h.size, h.jws, s.token from journal_head h left join journal_stamp s using (size, at) order by size, at";

    /** Of those that happened before the last sweep began, every one should have a leaf. */
    private static final String LOOSE = "select " + EntryBytes.COLUMN + """
            , coalesce(e.happened_at < s.since, false)
            from audit_entry e, journal_sealing s
            where not exists (
                select from (
                    select substr(b.ids, n * 16 + 1, 16) as id
                    from (select o.leaves, o.ids || ''::bytea as ids from journal_block o offset 0) b,
                        generate_series(0, b.leaves - 1) n offset 0) k
                where k.id = uuid_send(e.id))""";

    private final Connection connection;
    private final Writer file;
    private final EntryBytes entries;

    public JournalExport(Connection connection, Writer file) {
        this.connection = connection;
        this.file = file;
        this.entries = new EntryBytes(connection);
    }

    public void write() throws SQLException, IOException {
        line("hubee-journal", "1");
        for (var key : Heads.keys(connection)) {
            line("key", key);
        }
        long leaves = writeTree();
        writeLoose();
        line("end", String.valueOf(leaves));
    }

    private void line(String... words) throws IOException {
        file.write(String.join(" ", words));
        file.write('\n');
    }

    private long writeTree() throws SQLException, IOException {
        long leaves = 0;
        try (var blocks = streamed(BLOCKS);
                var heads = streamed(HEADS)) {
            boolean head = heads.next();
            while (blocks.next()) {
                var block = Leaves.of(blocks);
                var found = entries.of(block.stream().map(Leaves.Leaf::entry).toList());
                for (var leaf : block) {
                    head = writeHeads(heads, head, leaf.number());
                    write(leaf, found);
                    leaves = leaf.number() + 1;
                }
            }
            writeHeads(heads, head, Long.MAX_VALUE);
        }
        return leaves;
    }

    private ResultSet streamed(String query) throws SQLException {
        var select = connection.createStatement();
        select.closeOnCompletion();
        select.setFetchSize(AT_ONCE);
        return select.executeQuery(query);
    }

    /** Those of a tree of that many leaves at most. */
    private boolean writeHeads(ResultSet heads, boolean there, long leaves) throws SQLException, IOException {
        boolean head = there;
        while (head && heads.getLong(1) <= leaves) {
            line("head", heads.getString(2));
            var stamp = heads.getBytes(3);
            if (stamp != null) {
                line("stamp", text(stamp));
            }
            head = heads.next();
        }
        return head;
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

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void writeLoose() throws SQLException, IOException {
        try (var rows = streamed(LOOSE)) {
            while (rows.next()) {
                line("loose", rows.getBoolean(2) ? "old" : "new", text(rows.getBytes(1)));
            }
        }
    }
}
