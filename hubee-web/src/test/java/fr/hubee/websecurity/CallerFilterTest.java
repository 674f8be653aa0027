package fr.hubee.websecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.database.Outage;
import fr.hubee.kernel.database.OutageLog;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.HeuristicMixedException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Failures that nobody declares are answered, too. */
class CallerFilterTest {
    private final Map<String, Object> answered = new HashMap<>();
    private DispatcherType type = DispatcherType.REQUEST;

    private final HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getDispatcherType" -> type;
                case "getServletPath", "getRequestURI" -> "/feed/v1/events";
                case "getContextPath" -> "";
                default -> null;
            });

    private final HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "isCommitted" -> false;
                case "getOutputStream" -> new Nowhere();
                case "setStatus" -> answered.put("status", arguments[0]);
                case "setHeader" -> answered.put((String) arguments[0], arguments[1]);
                default -> null;
            });

    /** Throws what the interceptor of a transaction throws, though nothing declares it. */
    @SuppressWarnings("unchecked")
    private static <X extends Exception> void commit() throws X {
        var lost = new HeuristicMixedException();
        lost.addSuppressed(new SQLException("An I/O error occurred while sending to the backend.", "08006"));
        throw (X) lost;
    }

    @Test
    void aCommitWhoseAnswerIsLostIsAnOutage() throws Exception {
        assertAway();
    }

    @Test
    void aPageOfAnErrorThatCannotAskTheDatabaseIsAnOutage() throws Exception {
        type = DispatcherType.ERROR;

        assertAway();
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no container
    private void assertAway() throws Exception {
        var filter = new CallerFilter();
        filter.currentCaller = new CurrentCaller();
        filter.outages = new OutageLog() {
            @Override
            public Optional<Outage> metByRequest(Throwable failure) {
                return Outage.of(failure);
            }
        };

        filter.doFilter(request, response, (asked, answer) -> CallerFilterTest.<RuntimeException>commit());

        assertEquals(503, answered.get("status"));
        assertEquals("30", answered.get("Retry-After"));
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int octet) {}
    }
}
