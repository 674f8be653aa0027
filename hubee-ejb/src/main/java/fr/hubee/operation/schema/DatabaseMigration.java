package fr.hubee.operation.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Migrates the schema to the version of this release, before anything uses it; or refuses to start, if this release must not run on
 * this database now, or if the clock of this server is wrong.
 *
 * <p>The tables belong to the role of a data source that only this class uses; the application's role has only the
 * privileges that it needs on each table.
 */
@Startup
@Singleton
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {
    /** Time limit for the turn: the server itself waits five minutes for its start. */
    private static final Duration TURN = Duration.ofMinutes(4);

    @Resource(lookup = "java:jboss/datasources/HubeeSchemaDS")
    DataSource owner;

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource application;

    @Inject
    NodePresence presence;

    @Inject
    ServerClock clock;

    @PostConstruct
    void migrate() {
        try (var turn = MigrationTurn.take(owner, TURN)) {
            clock.require(turn.connection());
            new ReleaseGate(turn.connection(), Release.THIS).require(presence.node());
            var patience = SchemaMigration.Patience.USUAL;
            var configuration = SchemaMigration.configuration(
                    getClass().getClassLoader(), applicationRole(), Release.THIS, patience);
            new SchemaMigration(owner, configuration, patience).migrate();
            presence.begin(); // whoever comes next sees it
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database does not answer", unreachable);
        }
    }

    @PreDestroy
    void leave() {
        presence.end();
    }

    private String applicationRole() throws SQLException {
        try (var connection = application.getConnection()) {
            return connection.getMetaData().getUserName();
        }
    }
}
