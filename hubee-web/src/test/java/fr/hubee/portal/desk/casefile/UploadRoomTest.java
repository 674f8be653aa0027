package fr.hubee.portal.desk.casefile;

import static fr.hubee.portal.desk.casefile.UploadRoom.TOGETHER;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import org.junit.jupiter.api.Test;

class UploadRoomTest {
    final UploadRoom room = new UploadRoom();

    @Test
    void tenSmallFilesOrOneLargeMakeOneRequest() {
        assertEquals(50_000_000, UploadRoom.most(5_000_000, 10));
        assertEquals(TOGETHER, UploadRoom.most(500_000_000, 10));
        assertEquals(3 * TOGETHER, UploadRoom.most(3 * TOGETHER, 10));
    }

    @Test
    void whatIsTooLongOrDoesNotSayHowLongItIsIsNotRead() {
        assertThrows(InvalidRequest.class, () -> room.take(-1, TOGETHER));
        assertThrows(InvalidRequest.class, () -> room.take(TOGETHER + 100_000, TOGETHER));
        assertDoesNotThrow(() -> room.take(TOGETHER + 100, TOGETHER));
    }

    @Test
    void whoComesWhenTheRoomIsFullComesAgainLater() {
        var places = new UploadRoom.Place[4];
        for (int each = 0; each < places.length; each++) {
            places[each] = room.take(TOGETHER, TOGETHER);
        }
        assertThrows(Conflict.class, () -> room.take(1, TOGETHER));

        places[2].leave();

        assertDoesNotThrow(() -> room.take(TOGETHER, TOGETHER));
    }

    @Test
    void whatIsLargerThanTheRoomComesAlone() {
        var vast = 2 * UploadRoom.ALL;

        var place = room.take(vast, vast);
        assertThrows(Conflict.class, () -> room.take(1, TOGETHER));
        place.leave();

        assertDoesNotThrow(() -> room.take(1, TOGETHER));
    }
}
