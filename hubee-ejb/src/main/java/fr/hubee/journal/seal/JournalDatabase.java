package fr.hubee.journal.seal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens a connection to the database of the journal; the caller closes it. */
@FunctionalInterface
public interface JournalDatabase {
    Connection connect() throws SQLException;

    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /** @throws IOException also when the database refuses */
    default <T> T call(Work<T> work) throws IOException {
        try (var connection = connect()) {
            return work.on(connection);
        } catch (SQLException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}
