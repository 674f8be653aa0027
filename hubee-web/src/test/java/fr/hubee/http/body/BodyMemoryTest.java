package fr.hubee.http.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.DefaultByteBufferPool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {
    final DefaultByteBufferPool pool = new DefaultByteBufferPool(false, 100);
    final BodyMemory memory = new BodyMemory(250);
    final List<String> left = new ArrayList<>();

    PooledByteBuffer buffer() {
        return memory.buffer(pool);
    }

    @Test
    void whatIsReadIsGivenBackOnce() {
        var buffer = buffer();
        assertEquals(100, memory.taken());

        buffer.close();
        buffer.close();

        assertEquals(0, memory.taken());
    }

    @Test
    void whenItIsFullNobodyGetsMore() {
        buffer();
        buffer();

        assertNull(buffer());
        assertEquals(200, memory.taken());
    }

    @Test
    void whoeverHasBeenSendingForLongestMakesRoom() {
        var first = buffer();
        var second = buffer();
        memory.await(() -> leave("first", first));
        memory.await(() -> leave("second", second));

        assertNotNull(buffer());

        assertEquals(List.of("first"), left);
        assertEquals(200, memory.taken());
    }

    @Test
    void whoIsThroughMakesNone() {
        var first = buffer();
        buffer();
        Runnable leave = () -> leave("first", first);
        memory.await(leave);
        memory.awaitNoMore(leave);

        assertNull(buffer());
    }

    private void leave(String who, PooledByteBuffer buffer) {
        left.add(who);
        buffer.close();
    }
}
