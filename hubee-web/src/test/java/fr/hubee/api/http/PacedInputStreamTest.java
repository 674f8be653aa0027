package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.api.error.RefusedBody;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacedInputStreamTest {
    static final byte[] BODY = new byte[10_000];

    private long now = Long.MAX_VALUE - 1; // a clock of nanoseconds may begin anywhere

    @Test
    void aBodyOfTheAllowedLengthIsReadWhole() throws Exception {
        assertArrayEquals(BODY, paced(BODY.length).readAllBytes());
    }

    @Test
    void oneByteMoreIsTooLarge() {
        assertRefused("Request body is too large", paced(BODY.length - 1)::readAllBytes);
    }

    @Test
    void bytesReadOneByOneAreCountedToo() throws Exception {
        var body = paced(1);

        assertEquals(0, body.read());
        assertRefused("Request body is too large", body::read);
    }

    @Test
    void aBodyThatIsCutShortIsIncomplete() {
        var cut = new FilterInputStream(new ByteArrayInputStream(BODY)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("reset by 10.0.0.1");
            }
        };

        assertRefused("Request body is incomplete", new PacedInputStream(cut, 10)::readAllBytes);
    }

    @Test
    void anybodyMayTakeTwentySeconds() throws Exception {
        var body = paced(BODY.length);
        after(Duration.ofSeconds(20));

        assertEquals(0, body.read());
    }

    @Test
    void aTrickleIsTooSlow() throws Exception {
        var body = paced(BODY.length);
        for (int second = 0; second < 20; second++) {
            after(Duration.ofSeconds(1));
            body.read();
        }
        after(Duration.ofSeconds(1));

        assertRefused("Request body is too slow", body::read);
    }

    @Test
    void aKilobyteASecondIsQuickEnough() throws Exception {
        var body = paced(BODY.length);
        body.readNBytes(5 * 1024);
        after(Duration.ofSeconds(25));

        assertEquals(0, body.read());
        after(Duration.ofSeconds(1));
        assertRefused("Request body is too slow", body::read);
    }

    private PacedInputStream paced(long most) {
        return new PacedInputStream(new ByteArrayInputStream(BODY), most, () -> now);
    }

    private void after(Duration time) {
        now += time.toNanos();
    }

    private interface Reading {
        Object read() throws IOException;
    }

    private static void assertRefused(String why, Reading reading) {
        assertEquals(why, assertThrows(RefusedBody.class, reading::read).getMessage());
    }
}
