package fr.hubee.journal.audit;

import fr.hubee.kernel.security.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Period;
import javax.sql.DataSource;

/**
 * Creates the journal's partitions for the coming months, and drops those past retention, with the rows that refer to their entries. Runs
 * as the owner of the tables: the application's role may do neither. Each month has its own transaction and its own certificate.
 */
@Stateless
@RolesAllowed(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalKeepingService {
    private static final String MAKE =
            "select make_journal_month(now() + make_interval(months => ahead)) from generate_series(0, 3) ahead";

    private static final String DROP = "select drop_journal_month(cast(? as interval))";

    private static final String FORGET = "select forget_receipt_acts(10000)";

    @Resource(lookup = "java:jboss/datasources/HubeeSchemaDS")
    DataSource owner;

    @Inject
    JournalSettings settings;

    /**
     * @return the number of months dropped
     * @throws IOException when the database refuses, for example during a long read of a partition to drop: retried at
     *     the next hour
     */
    public int keep() throws IOException {
        try (var connection = owner.getConnection()) {
            makeMonths(connection);
            var kept = settings.kept();
            int dropped = kept.isEmpty() ? 0 : dropMonths(connection, kept.get());
            forgetActs(connection);
            return dropped;
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    private static void makeMonths(Connection connection) throws SQLException {
        try (var make = connection.createStatement()) {
            make.execute(MAKE);
        }
    }

    private static int dropMonths(Connection connection, Period kept) throws SQLException {
        int dropped = 0;
        try (var drop = connection.prepareStatement(DROP)) {
            drop.setString(1, kept.toString());
            while (droppedOne(drop)) {
                dropped++;
            }
        }
        return dropped;
    }

    /** Deletes rows of receipts whose entries are gone. */
    private static void forgetActs(Connection connection) throws SQLException {
        try (var forget = connection.prepareStatement(FORGET)) {
            for (boolean some = true; some; ) {
                try (var row = forget.executeQuery()) {
                    some = row.next() && row.getLong(1) > 0;
                }
            }
        }
    }

    private static boolean droppedOne(PreparedStatement drop) throws SQLException {
        try (var row = drop.executeQuery()) {
            return row.next() && row.getString(1) != null;
        }
    }
}
