package fr.hubee.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void oneOffsetMovesThemAll() {
        var moved = new Ports(100);

        assertEquals(8180, moved.http());
        assertEquals(10090, moved.management());
        assertEquals(15532, moved.database());
        assertEquals(3125, moved.smtp());
    }

    @Test
    void noneIsOneThatLinuxGivesToWhoCallsOut() {
        new Ports(10_000).named().forEach((name, port) -> assertTrue(port < 32_768, name));
    }

    @Test
    void neighboursAreAllFreeAndNoCallOutTakesOne() throws IOException {
        int first = Ports.anyFree(12);
        try (var last = new ServerSocket(first + 11)) {
            assertTrue(last.getLocalPort() < 32_768);
        }
    }

    @Test
    void aBusyPortIsNamedWithTheWayOut() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var ports = new Ports(taken.getLocalPort() - new Ports(0).http());

            var refusal = assertThrows(IllegalStateException.class, ports::requireFree);

            assertEquals(
                    "Port %d (HTTP) is already in use. Stop what listens there, or move every port: HUBEE_PORT_OFFSET=%d ./dev demo"
                            .formatted(taken.getLocalPort(), ports.offset() + 100),
                    refusal.getMessage());
        }
    }

    @Test
    void aPortThatNoBrowserCallsIsRefused() {
        var refusal = assertThrows(IllegalStateException.class, new Ports(2000)::requireFree);

        assertEquals(
                "No browser calls port 10080. Move every port: HUBEE_PORT_OFFSET=2100 ./dev demo",
                refusal.getMessage());
    }
}
