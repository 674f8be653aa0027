package fr.hubee.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.journal.job.FailedItem;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobRun;
import fr.hubee.journal.job.RunLost;
import fr.hubee.journal.job.RunQueue;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJBException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChunkWriterTest {
    private static final JobRun RUN = JobRun.due(Job.RETENTION, Instant.EPOCH, Instant.EPOCH);

    private final List<FailedItem> recorded = new ArrayList<>();
    private final ChunkWriter writer = new ChunkWriter();

    @SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
    ChunkWriterTest() {
        writer.job = (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(), new Class<?>[] {JobContext.class}, (job, method, none) -> RUN);
        writer.queue = new RunQueue() {
            @Override
            public void failed(UUID run, FailedItem item) {
                assertEquals(RUN.id(), run);
                recorded.add(item);
            }
        };
    }

    @Test
    void anItemThatFailsIsRecordedAndTheRunGoesOn() {
        writer.record("DECES", new EJBException(new IllegalStateException("of somebody")));
        assertEquals(List.of(new FailedItem("DECES", "IllegalStateException")), recorded);
    }

    @Test
    void anOutageIsNoFaultOfTheItemAndStopsTheRun() {
        assertStops(new EJBException(new SQLException("terminating connection", "57P01")));
    }

    @Test
    void aRunThatAnotherNodeHasTakenRecordsNothing() {
        assertStops(new RunLost());
    }

    private void assertStops(RuntimeException failure) {
        assertSame(failure, assertThrows(RuntimeException.class, () -> writer.record("DECES", failure)));
        assertEquals(List.of(), recorded);
    }
}
