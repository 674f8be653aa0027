package fr.hubee.exchange.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileTroubleTest {
    private static void is(FileTrouble wanted, AttachmentStatus status, boolean stored, String verdict, String damage) {
        assertEquals(Optional.ofNullable(wanted), FileTrouble.of(status, stored, false, verdict, damage));
    }

    @Test
    void eachStatusHasItsReasons() {
        is(null, AttachmentStatus.RECEIVED, true, "Heuristics.Encrypted.PDF", null);
        is(FileTrouble.DAMAGED, AttachmentStatus.RECEIVED, true, null, "UNREADABLE");
        is(FileTrouble.KEY_LOST, AttachmentStatus.RECEIVED, true, null, "KEY_LOST");
        is(FileTrouble.UNSCANNED, AttachmentStatus.PENDING, true, null, null);
        is(FileTrouble.NOT_SENT, AttachmentStatus.PENDING, false, null, null);
        is(FileTrouble.INFECTED, AttachmentStatus.CORRUPTED, true, "Win.Test", null);
        is(FileTrouble.LOCKED, AttachmentStatus.REJECTED, true, "Heuristics.Encrypted.PDF", null);
        is(FileTrouble.TOO_LARGE, AttachmentStatus.REJECTED, true, "StreamMaxLength", null);
        is(FileTrouble.PURGED, AttachmentStatus.DELETED, false, null, "MISSING");
    }

    @Test
    void oneWhoseLastBytesWereRefusedIsToBeSentAgain() {
        assertEquals(
                Optional.of(FileTrouble.BROKEN), FileTrouble.of(AttachmentStatus.PENDING, false, true, null, null));
    }
}
