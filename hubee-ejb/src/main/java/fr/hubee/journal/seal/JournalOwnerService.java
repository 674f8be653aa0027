package fr.hubee.journal.seal;

import fr.hubee.journal.seal.StampTable.StampRound;
import fr.hubee.journal.seal.Witness.WitnessRound;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Period;
import javax.sql.DataSource;

/**
 * Works on the journal as the owner of its tables: seals it, has its heads stamped and witnessed, makes and drops its months. The
 * application's role may do none of it.
 */
@Stateless
@RolesAllowed(RoleNames.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalOwnerService {
    private static final String MAKE =
            "select make_journal_month(now() + make_interval(months => ahead)) from generate_series(0, 3) ahead";

    private static final String DROP = "select drop_journal_month(cast(? as interval))";

    private static final String FORGET = "select forget_receipt_acts(10000)";

    private static final int AT_ONCE = 20_000;

    @Resource(lookup = "java:jboss/datasources/HubeeSchemaDS")
    DataSource owner;

    @Inject
    SealSettings settings;

    @Inject
    StampSettings stamps;

    @Inject
    Clock clock;

    /**
     * @return the number of sealed entries; -1 when another node is sealing
     * @throws IOException when the database refuses: the next round continues
     */
    public long seal() throws IOException {
        return call(connection -> {
            connection.setAutoCommit(false);
            try {
                return new SealingRound(connection, settings.key(), AT_ONCE).run();
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    private <T> T call(JournalDatabase.Work<T> work) throws IOException {
        JournalDatabase database = owner::getConnection;
        return database.call(work);
    }

    /**
     * Requests time stamps for the heads that are due, if an authority is configured.
     *
     * @return the number of stamped heads
     * @throws IOException with the reason of a failure: the next round tries again
     */
    public int stamp() throws IOException {
        if (stamps.address().isEmpty()) {
            return 0;
        }
        var authority = new StampAuthority(stamps);
        return call(connection ->
                new StampRound(connection, content -> authority.stamp(content, clock.instant())).run());
    }

    /**
     * Sends the witness the heads that it has not received yet.
     *
     * @return the number of heads that it has accepted
     * @throws IOException when it does not accept them: the next round tries again
     */
    public int tellWitness() throws IOException {
        if (settings.witness().isEmpty()) {
            return 0;
        }
        var witness = Witness.at(settings.witness().get());
        return call(connection -> new WitnessRound(connection, witness).run());
    }

    /**
     * Creates the journal's partitions for the coming months, and drops those past retention, with the rows that refer to their entries.
     * Each month has its own transaction and its own certificate.
     *
     * @return the number of months dropped
     * @throws IOException when the database refuses, for example during a long read of a partition to drop: retried at
     *     the next hour
     */
    public int keep() throws IOException {
        return call(connection -> {
            Sql.list(connection, MAKE, row -> row.getString(1));
            var kept = settings.kept();
            int dropped = kept.isEmpty() ? 0 : dropMonths(connection, kept.get());
            forgetActs(connection);
            return dropped;
        });
    }

    private static int dropMonths(Connection connection, Period kept) throws SQLException {
        int dropped = 0;
        while (Sql.one(connection, DROP, row -> row.getString(1), kept.toString()) != null) {
            dropped++;
        }
        return dropped;
    }

    /** Deletes rows of receipts whose entries are gone. */
    private static void forgetActs(Connection connection) throws SQLException {
        long forgotten;
        do {
            forgotten = Sql.one(connection, FORGET, row -> row.getLong(1));
        } while (forgotten > 0);
    }
}
