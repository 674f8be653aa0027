package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.InvalidRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RefusalReasonTest {
    @Test
    void eachIsExplainedToWhoReadsTheLog() throws IOException {
        var manual = Files.readString(Path.of("..", "docs", "operations.md"));

        for (var reason : RefusalReason.values()) {
            assertTrue(manual.contains("`" + reason + "`"), reason::name);
        }
    }

    @Test
    void thePlaceThatRefusedIsReportedAndNoneOfTheText() {
        assertEquals(
                "RULE in RefusalReasonTest.thePlaceThatRefusedIsReportedAndNoneOfTheText",
                RefusalReason.RULE.in(new InvalidRequest("Camille")));
        Supplier<InvalidRequest> later = () -> new InvalidRequest("Camille");
        assertEquals(
                "RULE in RefusalReasonTest.thePlaceThatRefusedIsReportedAndNoneOfTheText",
                RefusalReason.RULE.in(later.get()));
    }

    @Test
    void withoutAPlaceOfOursOnlyTheReasonIsReported() {
        var elsewhere = new IllegalStateException();
        elsewhere.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("java.util.UUID", "fromString", null, 1)});

        assertEquals("RULE", RefusalReason.RULE.in(elsewhere));
    }
}
