package fr.hubee.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Migrates the schema to the version of this release, before anything uses it.
 *
 * <p>The tables belong to the role of a data source that only this class uses; the application's role has only the
 * privileges that it needs on each table.
 */
@Startup
@Singleton
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {
    @Resource(lookup = "java:jboss/datasources/HubeeSchemaDS")
    DataSource owner;

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource application;

    @PostConstruct
    void migrate() {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("application", applicationRole()))
                .baselineOnMigrate(true) // the server's own tables (jobs, timers) may already exist
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private String applicationRole() {
        try (var connection = application.getConnection()) {
            return connection.getMetaData().getUserName();
        } catch (SQLException unreachable) {
            throw new IllegalStateException("The database does not answer", unreachable);
        }
    }
}
