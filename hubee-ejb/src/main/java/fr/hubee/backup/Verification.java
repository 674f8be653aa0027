package fr.hubee.backup;

import fr.hubee.audit.seal.JournalExport;
import fr.hubee.audit.verify.VerifyCommand;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads again what was restored: each file against its digest and its row, the journal against its heads. */
final class Verification {
    private final HubDatabase database;
    private final HubStores stores;
    private final PrintStream out;

    private long good;
    private long problems;
    private long absent;

    Verification(HubDatabase database, HubStores stores, PrintStream out) {
        this.database = database;
        this.stores = stores;
        this.out = out;
    }

    /** @return whether all holds */
    boolean holds(Path backup, Manifest manifest) throws IOException, SQLException {
        try (var list = FileList.of(backup)) {
            for (var line = list.read(); line != null; line = list.read()) {
                check(line);
            }
        }
        out.println("Files that are what was backed up: " + good + ", not in the backup: " + absent);
        return journalHolds(manifest) && problems == 0;
    }

    private void check(BackedUpFile line) throws IOException {
        if (!line.isThere()) {
            absent++;
            return;
        }
        try (var stored = stores.open(line.key())) {
            var found = Copied.of(stored);
            if (!found.sha256().equals(line.sha256())) {
                problem(line.key() + " is not what was backed up");
            } else if (!isPromised(found, line.promised())) {
                problem(line.key() + " was damaged already when it was backed up");
            } else {
                good++;
            }
        } catch (NoSuchFileException missing) {
            problem(line.key() + " is missing");
        }
    }

    /** Encrypted bytes are more than those that the row tells of. */
    private static boolean isPromised(Copied found, String promised) {
        var words = promised.split(" ", -1);
        return found.size() != Long.parseLong(words[0])
                || words[1].equals("-")
                || words[1].equals(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(found.sha256())));
    }

    private void problem(String text) {
        problems++;
        out.println("  PROBLEM    " + text);
    }

    private boolean journalHolds(Manifest manifest) throws IOException, SQLException {
        var head = manifest.fact("head").orElse("-");
        if (!head.equals(database.text("select jws from journal_head order by size desc, at desc limit 1"))) {
            problem("the newest head of the journal is not the one of the backup");
        }
        var journal = Files.createTempFile("journal", ".gz");
        try {
            try (var file = new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(journal)), StandardCharsets.UTF_8)) {
                database.connection().setAutoCommit(false);
                new JournalExport(database.connection(), file).write();
                database.endSnapshot();
            }
            return VerifyCommand.run(List.of("verify-journal", journal.toString())) == 0;
        } finally {
            Files.delete(journal);
        }
    }
}
