package fr.hubee.it;

import fr.hubee.it.world.Partner;
import fr.hubee.it.world.People;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that run in the server, and call the services of the hub. */
@ExtendWith(ArquillianExtension.class)
public abstract class InServer {
    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    protected DataSource database;

    /** The same database, with the rights of the owner of its tables. */
    @Resource(lookup = "java:jboss/datasources/HubeeSchemaDS")
    protected DataSource owner;

    /** The software of an operator. */
    protected final Partner dila = Partner.of("demo-dila");

    @Inject
    protected People people;

    @Inject
    protected AsBatch asBatch;

    protected Sql sql() {
        return new Sql(database);
    }
}
