package fr.hubee.database.preflight;

import fr.hubee.shared.settings.SettingSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the environment, as the server reads it. */
final class DatabaseAddress {
    private final SettingSource source;

    DatabaseAddress(SettingSource source) {
        this.source = source;
    }

    private String text(String name, String unset) {
        return source.read(name, unset, text -> text);
    }

    String applicationRole() {
        return text("HUBEE_DB_USER", "hubee");
    }

    /** As the owner of the tables; a replica is read if there is no primary. */
    PGSimpleDataSource owner() {
        var database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://" + this);
        database.setUser(text("HUBEE_DB_OWNER", applicationRole()));
        database.setPassword(text("HUBEE_DB_OWNER_PASSWORD", text("HUBEE_DB_PASSWORD", "hubee")));
        database.setTargetServerType("preferPrimary");
        database.setSslMode(text("HUBEE_DB_SSLMODE", "prefer"));
        var authority = text("HUBEE_DB_SSLROOTCERT", "");
        if (!authority.isEmpty()) {
            database.setSslRootCert(authority);
        }
        database.setConnectTimeout(5);
        database.setApplicationName("hubee-preflight");
        return database;
    }

    /** As the application's role, which sees what its own connections do; to look only. */
    PGSimpleDataSource application() {
        var database = readOnly();
        database.setUser(applicationRole());
        database.setPassword(text("HUBEE_DB_PASSWORD", "hubee"));
        return database;
    }

    /** The same, for somebody who only looks. */
    PGSimpleDataSource readOnly() {
        var database = owner();
        database.setOptions("-c default_transaction_read_only=on -c statement_timeout=30s");
        return database;
    }

    @Override
    public String toString() {
        return text("HUBEE_DB_HOST", "127.0.0.1") + ":" + text("HUBEE_DB_PORT", "5432") + "/"
                + text("HUBEE_DB_NAME", "hubee");
    }
}
