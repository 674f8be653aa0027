package fr.hubee.cli.preflight;

import fr.hubee.kernel.settings.SettingSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the environment, as the server reads it. */
public final class DatabaseAddress {
    private final SettingSource source;

    public DatabaseAddress(SettingSource source) {
        this.source = source;
    }

    private String text(String name, String unset) {
        return source.read(name, unset, text -> text);
    }

    public String applicationRole() {
        return text("HUBEE_DB_USER", "hubee");
    }

    /** Returns a data source with the role of the owner of the tables; a replica is read if there is no primary. */
    public PGSimpleDataSource owner() {
        var database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://" + this);
        database.setUser(ownerRole());
        database.setPassword(ownerPassword());
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

    public String ownerRole() {
        return text("HUBEE_DB_OWNER", applicationRole());
    }

    private String ownerPassword() {
        return text("HUBEE_DB_OWNER_PASSWORD", applicationPassword());
    }

    private String applicationPassword() {
        return text("HUBEE_DB_PASSWORD", "hubee");
    }

    /** Returns the environment variables for the programs of PostgreSQL; of several servers, they find the primary. */
    public Map<String, String> environment(boolean owner) {
        var servers = (text("HUBEE_DB_HOST", "127.0.0.1") + ":" + text("HUBEE_DB_PORT", "5432")).split(",", -1);
        var environment = new HashMap<>(Map.of(
                "PGHOST",
                Stream.of(servers).map(each -> each.replaceFirst(":\\d+$", "")).collect(Collectors.joining(",")),
                "PGPORT",
                Stream.of(servers)
                        .map(each -> each.replaceFirst("^.*?(:(\\d+))?$", "$2"))
                        .collect(Collectors.joining(",")),
                "PGDATABASE",
                text("HUBEE_DB_NAME", "hubee"),
                "PGUSER",
                owner ? ownerRole() : applicationRole(),
                "PGPASSWORD",
                owner ? ownerPassword() : applicationPassword(),
                "PGSSLMODE",
                text("HUBEE_DB_SSLMODE", "prefer"),
                "PGTARGETSESSIONATTRS",
                "read-write",
                "PGAPPNAME",
                "hubee-backup"));
        var authority = text("HUBEE_DB_SSLROOTCERT", "");
        if (!authority.isEmpty()) {
            environment.put("PGSSLROOTCERT", authority);
        }
        return environment;
    }

    /** Returns a data source with the application's role. */
    public PGSimpleDataSource writingApplication() {
        var database = owner();
        database.setUser(applicationRole());
        database.setPassword(applicationPassword());
        return database;
    }

    /** Returns a read-only data source with the application's role, which sees the activity of its own connections. */
    PGSimpleDataSource application() {
        var database = readOnly();
        database.setUser(applicationRole());
        database.setPassword(applicationPassword());
        return database;
    }

    /** Returns the same, read-only. */
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
