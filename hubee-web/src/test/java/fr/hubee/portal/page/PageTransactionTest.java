package fr.hubee.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.faces.event.PhaseId;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTransactionTest {
    private final Recorded recorded = new Recorded();
    private final PageTransaction page = new PageTransaction();

    @SuppressWarnings("UnnecessaryAssignment") // no server injects it here
    PageTransactionTest() {
        page.transaction = recorded;
    }

    @Test
    void aPageIsRenderedInOneTransaction() {
        page.beforePhase(null);
        page.afterPhase(null);
        assertEquals(List.of("begin", "commit"), recorded.calls);
        assertEquals(PhaseId.RENDER_RESPONSE, page.getPhaseId());
    }

    @Test
    void whatARefusalHasMarkedIsRolledBack() {
        page.beforePhase(null);
        recorded.setRollbackOnly();
        page.afterPhase(null);
        assertEquals(List.of("begin", "rollback"), recorded.calls);
    }

    @Test
    void nothingIsEndedThatDidNotBegin() {
        page.afterPhase(null);
        assertEquals(List.of(), recorded.calls);
    }

    @Test
    void facesKnowsIt() throws IOException {
        var faces = Files.readString(Path.of("src/main/webapp/WEB-INF/faces-config.xml"));
        assertTrue(faces.contains("<phase-listener>" + PageTransaction.class.getName() + "</phase-listener>"));
    }

    /** Notes the calls; a transaction of the server is in the tests with a server. */
    private static final class Recorded implements UserTransaction {
        private final List<String> calls = new ArrayList<>();
        private int status = Status.STATUS_NO_TRANSACTION;

        @Override
        public void begin() {
            calls.add("begin");
            status = Status.STATUS_ACTIVE;
        }

        @Override
        public void commit() {
            calls.add("commit");
        }

        @Override
        public void rollback() {
            calls.add("rollback");
        }

        @Override
        public void setRollbackOnly() {
            status = Status.STATUS_MARKED_ROLLBACK;
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public void setTransactionTimeout(int seconds) {
            calls.add("timeout");
        }
    }
}
