package fr.hubee.http.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.http.body.BodyGate.PacedConduit;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.xnio.conduits.StreamSourceConduit;

class PacedConduitTest {
    private long now;
    private boolean answered;
    private boolean terminated;
    private long waited;
    private final PacedConduit body = new PacedConduit(sender(), new Pace(() -> now), () -> answered);

    /** Returns a channel that gives ten bytes at each read. */
    private StreamSourceConduit sender() {
        return (StreamSourceConduit) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StreamSourceConduit.class}, (any, method, given) -> {
                    switch (method.getName()) {
                        case "awaitReadable" -> waited = ((TimeUnit) given[1]).toNanos((Long) given[0]);
                        case "terminateReads" -> terminated = true;
                        default -> {
                            return 10;
                        }
                    }
                    return null;
                });
    }

    private int read() throws Exception {
        return body.read(ByteBuffer.allocate(100));
    }

    @Test
    void aTrickleIsCut() throws Exception {
        now += Duration.ofSeconds(20).toNanos();
        assertEquals(10, read());
        now += Duration.ofSeconds(1).toNanos();

        assertThrows(RefusedBody.class, this::read);
    }

    @Test
    void nobodyWaitsLongerThanTheSenderMayTake() throws Exception {
        now += Duration.ofSeconds(15).toNanos();

        body.awaitReadable();

        assertEquals(5, TimeUnit.NANOSECONDS.toSeconds(waited));
    }

    @Test
    void whoHasAnsweredReadsNoMoreButWhatComesIsPassedOver() throws Exception {
        answered = true;

        assertEquals(-1, read());
        body.terminateReads();
        assertEquals(10, read());
        assertFalse(terminated, "the connection would be closed before the answer is read");
    }
}
