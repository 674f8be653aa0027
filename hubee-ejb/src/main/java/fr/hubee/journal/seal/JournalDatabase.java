package fr.hubee.journal.seal;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens a connection to the database of the journal; the caller closes it. */
@FunctionalInterface
public interface JournalDatabase {
    Connection connect() throws SQLException;
}
