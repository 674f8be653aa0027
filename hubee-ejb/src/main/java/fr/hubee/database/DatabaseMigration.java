package fr.hubee.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema to the version this release needs, before anything uses it. */
@Startup
@Singleton
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {
    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource database;

    @PostConstruct
    void migrate() {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .baselineOnMigrate(true) // the server's own tables (jobs, timers) come first
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
