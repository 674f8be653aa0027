package fr.hubee.it.operation;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.hibernate.SessionFactory;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that the entities match the migrations. */
@ExtendWith(ArquillianExtension.class)
class SchemaIT {
    @PersistenceUnit(unitName = "hubee-ejb.jar#hubee")
    EntityManagerFactory entities;

    @Test
    void everyEntityFitsTheMigratedSchema() {
        Assertions.assertDoesNotThrow(
                () -> entities.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects());
    }
}
