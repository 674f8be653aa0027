package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Checks the heap that long answers may use together. */
class AnswerRoomTest {
    static final int ROOM = 0;

    final AnswerRoom room = new AnswerRoom(100);

    private int take(String caller, long bytes) {
        return room.take(caller, bytes).orElse(ROOM);
    }

    @Test
    void oneCallerHasHalfOfIt() {
        assertEquals(ROOM, take("one", 25));
        assertEquals(ROOM, take("one", 25));

        assertEquals(429, take("one", 1));
        assertEquals(ROOM, take("other", 50));
    }

    @Test
    void whoeverFindsNoneComesAgain() {
        assertEquals(ROOM, take("one", 50));
        assertEquals(ROOM, take("other", 50));

        assertEquals(503, take("third", 1));
        room.leave("one", 50);
        assertEquals(ROOM, take("third", 1));
        assertEquals(ROOM, take("one", 49));
    }

    @Test
    void anAnswerThatIsLargerThanAllOfItIsAloneInIt() {
        assertEquals(ROOM, take("one", 1000));

        assertEquals(429, take("one", 1));
        assertEquals(503, take("other", 1));
        room.leave("one", 1000);
        assertEquals(ROOM, take("other", 1000));
    }
}
