package fr.hubee.directory.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubscriptionWordingTest {

    @Test
    void everyFieldHasItsFrenchName() {
        var details = Stream.of(SubscriptionDetails.class.getRecordComponents())
                .map(component -> component.getName())
                .filter(name -> !name.equals("localAdministrator"));
        var contact = Stream.of(Contact.class.getRecordComponents())
                .map(component -> "localAdministrator." + component.getName());

        Stream.concat(details, contact).forEach(name -> assertTrue(SubscriptionWording.LABELS.containsKey(name), name));
    }

    @Test
    void fieldsAndValuesAreReadInFrench() {
        assertEquals("Adresse à prévenir", SubscriptionWording.LABELS.get("email"));
        assertEquals("Suspendu", SubscriptionWording.WORDS.get("SUSPENDED"));
    }
}
