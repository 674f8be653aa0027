package fr.hubee.cli.backup;

import fr.hubee.cli.ExitCode;
import fr.hubee.cli.verify.VerifyJournalCommand;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.journal.seal.JournalExport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Verifies what was restored: each file against its digest and, decrypted, against its row; the journal against its heads. */
final class Verification {
    /** Accepted results: a journal that was never sealed has no key. */
    private static final Set<Integer> CONSISTENT = Set.of(ExitCode.GOOD, ExitCode.WITH_RESERVATION);

    private final HubDatabase database;
    private final HubStores stores;
    private final RestoredKeys keys;
    private final PrintStream out;

    private long good;
    private long problems;
    private long absent;
    private long closed;

    Verification(HubDatabase database, HubStores stores, RestoredKeys keys, PrintStream out) {
        this.database = database;
        this.stores = stores;
        this.keys = keys;
        this.out = out;
    }

    /**
     * Whether all checks succeed.
     *
     * @param allKeys whether the keys of the same moment were restored: then each file must have its own
     * @param isSigned whether the author of the backup is known: then its dump names the keys that have signed the journal
     */
    boolean holds(Path backup, Manifest manifest, boolean allKeys, boolean isSigned) throws IOException, SQLException {
        try (var list = FileList.of(backup)) {
            for (var line = list.read(); line != null; line = list.read()) {
                check(line);
            }
        }
        out.println("Files that are what was backed up: " + good + ", not in the backup: " + absent
                + ", that nobody can read as their keys are gone: " + closed);
        if (allKeys && closed > 0) {
            problem("keys of files are missing in the backup of the keys");
        }
        return journalHolds(manifest, isSigned) && problems == 0;
    }

    private void check(BackedUpFile line) throws IOException, SQLException {
        if (!line.isThere()) {
            absent++;
            return;
        }
        var id = new BlobKey(line.key()).dataKey();
        Optional<DataKey> key;
        try {
            key = id.isPresent() ? keys.find(id.get()) : Optional.empty();
        } catch (IOException refused) {
            problem(line.key() + " cannot be decrypted: " + refused.getMessage());
            return;
        }
        var content = new FileContent(line, key);
        try (var stored = stores.open(line.key())) {
            var found = Copied.of(stored, content);
            if (!found.sha256().equals(line.sha256())) {
                problem(line.key() + " is not what was backed up");
            } else if (id.isPresent() && key.isEmpty()) {
                closed++;
            } else if (!content.isPromised()) {
                problem(line.key() + " was damaged already when it was backed up");
            } else {
                good++;
            }
        } catch (NoSuchFileException gone) {
            problem(line.key() + " is missing");
        }
    }

    private void problem(String text) {
        problems++;
        out.println("  PROBLEM    " + text);
    }

    private boolean journalHolds(Manifest manifest, boolean isSigned) throws IOException, SQLException {
        var head = manifest.fact("head").orElse("-");
        if (!head.equals(database.text("select jws from journal_head order by size desc, at desc limit 1"))) {
            problem("the newest head of the journal is not the one of the backup");
        }
        var journal = Files.createTempFile("journal", ".gz");
        try {
            try (var file = new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(journal)), StandardCharsets.UTF_8)) {
                new JournalExport(database::another, file).write();
            }
            var arguments = new ArrayList<>(List.of("verify-journal", journal.toString()));
            if (isSigned) {
                database.texts("select kid from journal_key").forEach(key -> arguments.addAll(List.of("--key", key)));
            }
            return CONSISTENT.contains(VerifyJournalCommand.run(arguments));
        } finally {
            Files.delete(journal);
        }
    }
}
