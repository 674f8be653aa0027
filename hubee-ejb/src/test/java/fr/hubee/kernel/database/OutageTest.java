package fr.hubee.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.trace.OncePerMinute;
import jakarta.ejb.EJBException;
import jakarta.resource.ResourceException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void whatTheDatabaseSaysWhenItIsAwayIsAnOutageHoweverDeepItIsSaid() {
        for (var state : new String[] {"08001", "08006", "57P01", "57P03", "53300", "58030", "25006"}) {
            var hidden = new EJBException(new IllegalStateException(new SQLException("x", state)));
            assertEquals(Optional.of(Outage.DATABASE), Outage.of(hidden), state);
        }
        assertEquals(Optional.of(Outage.DISK), Outage.of(new SQLException("x", "53100")));
    }

    @Test
    void whatItUndoesForAnotherTransactionMayBeRepeated() {
        for (var state : new String[] {"40001", "40P01", "55P03", "57014"}) {
            var hidden = new EJBException(new IllegalStateException(new SQLException("x", state)));
            assertEquals(Optional.of(Outage.CONTENTION), Outage.of(hidden), state);
        }
        assertEquals(503, Outage.CONTENTION.status());
    }

    @Test
    void whatItRefusesIsNone() {
        for (var state : new String[] {"23505", "22001", "42P01"}) {
            assertTrue(Outage.of(new EJBException(new SQLException("x", state))).isEmpty(), state);
        }
        assertTrue(Outage.of(new IllegalStateException()).isEmpty());
    }

    @Test
    void aPoolThatGivesNothingIsOneButNotACommitThatIsRefused() {
        var none = new SQLException(new ResourceException("IJ000453"));
        assertEquals(Optional.of(Outage.DATABASE), Outage.of(none));
        var unreachable =
                new ResourceException("IJ000453", new ResourceException("IJ031084: Unable to create connection"));
        assertEquals(Optional.of(Outage.DATABASE), Outage.of(new SQLException(unreachable)));
        var refused = new ResourceException(new SQLException("a foreign key", "23503"));
        assertTrue(Outage.of(new EJBException(refused)).isEmpty());
    }

    @Test
    void aPoolThatIsUsedUpIsNoDatabaseThatIsAway() {
        var full = new ResourceException(
                "IJ000453: Unable to get managed connection for java:jboss/datasources/HubeeDS",
                new ResourceException(
                        "IJ000655: No managed connections available within configured blocking timeout (4000 [ms])"));
        assertEquals(Optional.of(Outage.CONNECTIONS), Outage.of(new SQLException("x", full)));
        assertEquals(503, Outage.CONNECTIONS.status());
    }

    @Test
    void whatIsSuppressedCounts() {
        var commit = new EJBException("could not commit");
        commit.addSuppressed(new SQLException("gone", "08006"));
        assertEquals(Optional.of(Outage.DATABASE), Outage.of(commit));
    }

    @Test
    void aFullDiskIsOneAndASenderWhoLeavesIsNot() {
        assertEquals(Optional.of(Outage.DISK), Outage.of(new StoreUnavailable(new IOException("?"))));
        assertEquals(
                Optional.of(Outage.DISK),
                Outage.of(new IOException(new FileSystemException("/x", null, "No space left on device"))));
        assertTrue(Outage.of(new IOException("Connection reset by peer")).isEmpty());
    }

    @Test
    void oneLineAMinuteAndTheNumberOfTheOthers() {
        var lines = new OncePerMinute();
        var now = Instant.EPOCH;
        assertEquals(OptionalLong.of(0), lines.next(now));
        assertEquals(OptionalLong.empty(), lines.next(now.plusSeconds(1)));
        assertEquals(OptionalLong.empty(), lines.next(now.plusSeconds(59)));
        assertEquals(OptionalLong.of(2), lines.next(now.plusSeconds(60)));
        lines.over();
        assertEquals(OptionalLong.of(0), lines.next(now.plusSeconds(61)));
    }
}
