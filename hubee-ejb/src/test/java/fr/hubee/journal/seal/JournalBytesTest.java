package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks that the database hashes the bytes of the example in docs/journal-proofs.md. */
class JournalBytesTest {
    @RegisterExtension
    static SealedJournal journal = new SealedJournal();

    private static final Path MANUAL = Path.of("../docs/journal-proofs.md");

    @Test
    void theExampleOfTheManualIsTrue() throws IOException, SQLException {
        var text = Files.readString(MANUAL);
        var bytes = journal.one("""
                select encode(journal_entry_bytes('0190163d-8694-739b-aea5-966c26f8ad91', '2026-11-27T09:41:00.123456Z', 'ada', null,
                    '192.0.2.1', 'SIGNED_IN', null, 'é', 1, '{}', 'hubee'), 'hex')""");

        assertEquals(bytes, found("(?s)bytes(.*?)leaf", text));
        assertEquals(TreeHash.leaf(HexFormat.of().parseHex(bytes)).toString(), found("(?s)\nleaf(.*?)```", text));
    }

    private static String found(String pattern, String text) {
        var example = text.substring(text.indexOf("id                  "));
        var match = Pattern.compile(pattern).matcher(example);
        match.find();
        return match.group(1).replaceAll("\\s", "");
    }
}
