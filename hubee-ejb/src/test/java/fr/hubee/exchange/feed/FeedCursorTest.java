package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.exchange.feed.LiveFeed.Head;
import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.shared.Gone;
import fr.hubee.kernel.shared.InvalidRequest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class FeedCursorTest {
    private static final UUID EPOCH = new UUID(1, 2);
    private static final Head HEAD = new Head(20, 10, EPOCH);

    private final FeedCursor cursors = with(1);

    private static FeedCursor with(int key) {
        var bytes = new byte[32];
        bytes[0] = (byte) key;
        return new FeedCursor(new EncryptionSettings(Optional.of(new SecretKeySpec(bytes, "AES"))));
    }

    private static FeedCursor withoutKey() {
        return new FeedCursor(new EncryptionSettings(Optional.empty()));
    }

    @Test
    void aCursorIsReadByAllWhoHaveTheKeyFromTheOldestEventToTheEnd() {
        for (long position = 10; position <= 20; position++) {
            assertEquals(position, with(1).position(cursors.text(position, EPOCH), HEAD));
        }
        assertEquals(15, withoutKey().position(withoutKey().text(15, EPOCH), HEAD));
    }

    @Test
    void aCursorDoesNotTellHowManyEventsTheHubHas() {
        var clear = ByteBuffer.allocate(Long.BYTES).putLong(15).array();
        var one = Base64.getUrlDecoder().decode(cursors.text(15, EPOCH));
        var next = Base64.getUrlDecoder().decode(cursors.text(16, EPOCH));

        for (int at = 0; at <= one.length - Long.BYTES; at++) {
            var part = Arrays.copyOfRange(one, at, at + Long.BYTES);
            assertFalse(Arrays.equals(clear, part), "the position is readable");
            assertFalse(Arrays.equals(next, at, at + Long.BYTES, part, 0, Long.BYTES), "a part stays the same");
        }
        assertEquals(cursors.text(15, EPOCH), cursors.text(15, EPOCH), "the same place has the same cursor");
    }

    @Test
    void aCursorOfTheTimeWhenTheyWereOnlySignedGoesOn() {
        assertEquals(15, cursors.position("AAAAAAAAAA-MdlTs_XsLYsB6gmkHZgCdn6LkeodcSPo", HEAD));
        assertThrows(InvalidRequest.class, () -> with(2).position("AAAAAAAAAA-MdlTs_XsLYsB6gmkHZgCdn6LkeodcSPo", HEAD));
    }

    @Test
    void eventsMayBeMissingAfterADroppedOneAfterTheEndAndAfterARestore() {
        assertThrows(Gone.class, () -> cursors.position(cursors.text(9, EPOCH), HEAD));
        assertThrows(Gone.class, () -> cursors.position(cursors.text(21, EPOCH), HEAD));
        assertThrows(Gone.class, () -> cursors.position(cursors.text(15, new UUID(1, 3)), HEAD));
    }

    @Test
    void whatTheHubHasNotMadeIsRefused() {
        var text = cursors.text(15, EPOCH);
        for (var wrong : new String[] {"", "é", "AAAA", text + "AAAA", "AAAAAAAAAAE" + text.substring(11)}) {
            assertThrows(InvalidRequest.class, () -> cursors.position(wrong, HEAD), wrong);
        }
        assertThrows(InvalidRequest.class, () -> with(2).position(text, HEAD));
    }
}
