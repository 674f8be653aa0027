package fr.hubee.kernel.database;

import java.sql.SQLTransientException;

/** All connections to the database that this work may use are in use: the database itself is available. */
public final class NoFreeConnection extends SQLTransientException {
    private static final long serialVersionUID = 1L;

    public NoFreeConnection() {
        super("no connection to the database became free in time");
    }
}
