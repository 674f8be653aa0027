package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the journal goes on during a slow download: nothing is blocked, and the download shows one moment. */
class PausedExportTest {
    @RegisterExtension
    static SealedJournal journal = new SealedJournal();

    private static final int ENTRIES = 5001; // more than a piece, and more blocks than are read at once

    @TempDir
    Path folder;

    private final List<Connection> connections = new ArrayList<>();

    @FunctionalInterface
    private interface Meanwhile {
        void run() throws SQLException;
    }

    private Connection connect() throws SQLException {
        var connection = journal.another();
        connections.add(connection);
        return connection;
    }

    /** Exports the journal, and pauses once, at the first line of that kind. */
    private List<String> export(String kind, Meanwhile meanwhile) throws SQLException, IOException {
        var lines = new StringWriter();
        var paused = new Writer() {
            private boolean before = true;

            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                if (before && new String(text, offset, length).startsWith(kind)) {
                    before = false;
                    pause(meanwhile);
                }
                lines.write(text, offset, length);
            }

            @Override
            public void flush() {
                // nothing waits
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
        new JournalExport(this::connect, paused).write();
        return lines.toString().lines().toList();
    }

    private void pause(Meanwhile meanwhile) {
        try {
            for (var connection : connections) {
                assertTrue(connection.isClosed(), "a connection is held while nobody reads");
            }
            meanwhile.run();
        } catch (SQLException failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
    }

    private void resume() throws SQLException {
        journal.append("later");
        journal.seal();
        journal.append("loose later");
    }

    private void begin() throws SQLException {
        journal.empty();
        journal.append(ENTRIES);
        journal.seal(ENTRIES);
        journal.append(3);
        journal.seal();
        journal.append("loose");
    }

    @Test
    void whoPausesHoldsNothingAndGetsTheJournalOfTheMomentWhenSheBegan() throws Exception {
        begin();
        var whole = Exports.of(journal);
        for (var kind : List.of("leaf", "head", "loose")) {
            begin();
            var before = journal.leaves();

            var lines = export(kind, this::resume);

            assertEquals(whole.size(), lines.size(), kind);
            assertEquals("end " + before, lines.get(lines.size() - 1), kind);
            var said = Exports.verified(folder, lines, "--key", SealedJournal.KEY.id());
            assertTrue(said.startsWith("0 "), said);
        }
    }

    @Test
    void whatHasNoLeafIsFoundInEveryPiece() throws Exception {
        begin();
        journal.append(ENTRIES);

        var lines = Exports.of(journal);

        assertEquals(
                ENTRIES + 1,
                lines.stream().filter(line -> line.startsWith("loose new ")).count());
        assertEquals(
                ENTRIES + 1,
                lines.stream()
                        .filter(line -> line.startsWith("loose "))
                        .distinct()
                        .count());
    }

    @Test
    void aMonthThatIsDroppedMeanwhileEndsIt() throws Exception {
        begin();
        journal.change("select make_journal_month('2018-03-10')");

        assertThrows(IOException.class, () -> export("leaf", () -> journal.change("drop table audit_entry_2018_03")));
    }
}
