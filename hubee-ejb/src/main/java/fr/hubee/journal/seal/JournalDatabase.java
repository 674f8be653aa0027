package fr.hubee.journal.seal;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives a connection to the database of the journal, which whoever asked closes. */
@FunctionalInterface
public interface JournalDatabase {
    Connection connect() throws SQLException;
}
