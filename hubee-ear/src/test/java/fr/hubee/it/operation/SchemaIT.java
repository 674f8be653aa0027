package fr.hubee.it.operation;

import fr.hubee.it.InServer;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Checks that the entities match the migrations. */
class SchemaIT extends InServer {
    @PersistenceUnit(unitName = "hubee-ejb.jar#hubee")
    EntityManagerFactory entities;

    @Test
    void everyEntityFitsTheMigratedSchema() {
        Assertions.assertDoesNotThrow(
                () -> entities.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects());
    }
}
