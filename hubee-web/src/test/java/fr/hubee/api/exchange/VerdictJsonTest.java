package fr.hubee.api.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.status.AttachmentStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VerdictJsonTest {
    private static VerdictJson of(AttachmentStatus status, String verdict, boolean waits) {
        return VerdictJson.of(new UUID(0, 1), status, verdict, waits);
    }

    @Test
    void ofAFileThatWasReceivedThereIsNothingToSay() {
        assertNull(of(AttachmentStatus.RECEIVED, null, false).reason());
        assertNull(of(AttachmentStatus.RECEIVED, null, false).nextStep());
    }

    @Test
    void whatTheAntivirusHasFoundIsNamedWithWhatToDoNext() {
        for (var status : new AttachmentStatus[] {AttachmentStatus.CORRUPTED, AttachmentStatus.REJECTED}) {
            var verdict = of(status, "Hubee.Test.Word", false);
            assertTrue(verdict.reason().endsWith(" Hubee.Test.Word"), verdict::reason);
            assertNotNull(verdict.nextStep());
        }
    }

    @Test
    void whoeverWaitsKnowsForWhat() {
        assertNotEquals(of(AttachmentStatus.PENDING, null, true), of(AttachmentStatus.PENDING, null, false));
        assertEquals(
                "The antivirus has not answered yet",
                of(AttachmentStatus.PENDING, null, true).reason());
    }

    @Test
    void anEncryptedFileThatItsProcessTakesIsSaidToBeUnread() {
        assertTrue(of(AttachmentStatus.RECEIVED, "Heuristics.Encrypted.PDF", false)
                .reason()
                .endsWith("Heuristics.Encrypted.PDF"));
    }
}
