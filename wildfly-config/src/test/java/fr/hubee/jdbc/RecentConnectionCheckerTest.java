package fr.hubee.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Checks when a connection is asked whether it is valid. */
class RecentConnectionCheckerTest {
    private long now = Duration.ofHours(1).toNanos();
    private int checks;
    private boolean valid = true;

    private final RecentConnectionChecker checker = new RecentConnectionChecker(() -> now);
    private final Connection connection = connection();

    @Test
    void aConnectionThatPassedIsAskedAgainAfterHalfASecond() {
        assertNull(checker.isValidConnection(connection));
        later(499);
        assertNull(checker.isValidConnection(connection));
        assertEquals(1, checks);

        later(1);
        assertNull(checker.isValidConnection(connection));
        assertEquals(2, checks);
    }

    @Test
    void eachConnectionIsAskedForItself() {
        checker.isValidConnection(connection);
        checker.isValidConnection(connection());

        assertEquals(2, checks);
    }

    @Test
    void aConnectionThatFailedIsNotTakenForValidLater() {
        checker.isValidConnection(connection);
        later(500);
        valid = false;
        assertNotNull(checker.isValidConnection(connection));

        assertNotNull(checker.isValidConnection(connection));
        assertEquals(3, checks);
    }

    private void later(int milliseconds) {
        now += Duration.ofMillis(milliseconds).toNanos();
    }

    /** Returns a connection that answers as the test says. */
    private Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isValid" -> {
                        checks++;
                        yield valid;
                    }
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> "a connection";
                });
    }
}
