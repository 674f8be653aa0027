package fr.hubee.journal.seal;

import fr.hubee.cli.verify.VerifyJournalCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Makes and verifies the exports of an administrator. */
final class Exports {
    private Exports() {}

    static List<String> of(SealedJournal journal) throws SQLException, IOException {
        var file = new StringWriter();
        new JournalExport(journal::another, file).write();
        return file.toString().lines().toList();
    }

    /** Returns the exit code and the output of {@code verify-journal} with the key. */
    static String verified(Path folder, List<String> lines, String... options) throws IOException {
        var more = Stream.concat(Stream.of("--key", SealedJournal.KEY.id()), Stream.of(options));
        return verifiedWithoutKey(folder, lines, more.toArray(String[]::new));
    }

    static String verifiedWithoutKey(Path folder, List<String> lines, String... options) throws IOException {
        var file = folder.resolve("journal");
        Files.write(file, lines);
        var said = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            var arguments = Stream.concat(Stream.of("verify-journal", file.toString()), Stream.of(options));
            int status = VerifyJournalCommand.run(arguments.toList());
            return status + " " + said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(out);
        }
    }
}
