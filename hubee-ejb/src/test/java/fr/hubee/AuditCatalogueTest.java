package fr.hubee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.journal.audit.AuditAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that {@code docs/audit-events.md} lists the recorded actions, in the same order. */
class AuditCatalogueTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "audit-events.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z_]+)` \\| ([^|]+) \\|", Pattern.MULTILINE);

    @Test
    void theDocumentListsWhatTheCodeRecords() throws IOException {
        var documented = ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .map(AuditCatalogueTest::line)
                .collect(Collectors.joining("\n"));
        var recorded = Stream.of(AuditAction.values())
                .map(action -> action + " " + action.label())
                .collect(Collectors.joining("\n"));

        assertEquals(recorded, documented);
    }

    private static String line(MatchResult row) {
        return row.group(1) + " " + row.group(2).strip();
    }
}
