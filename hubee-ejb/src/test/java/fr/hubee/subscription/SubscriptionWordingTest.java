package fr.hubee.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditLine;
import fr.hubee.audit.Changes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubscriptionWordingTest {

    static AuditLine line(Changes changes) {
        return new AuditLine(
                new UUID(0, 1),
                SubscriptionTest.NOON,
                "ada@mairie.fr",
                "SI-99000101800011-99101",
                "192.0.2.7",
                AuditAction.SUBSCRIPTION_CHANGED,
                null,
                null,
                1L,
                changes);
    }

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
    void valuesAreInTheWordsOfThePage() {
        var told = SubscriptionWording.line(line(Changes.NONE
                .and("accessMode", AccessMode.API, AccessMode.PORTAIL)
                .and("activatedAt", null, SubscriptionTest.NOON)
                .and("editor", SubscriptionSettingsTest.EDITOR, null)
                .and("notificationFrequency", NotificationFrequency.EACH, NotificationFrequency.NONE)));

        assertEquals("Abonnement modifié", told.act());
        assertEquals(
                List.of(
                        new HistoryLine.Field("Date d’activation", null, "24/11/2026 à 12:00"),
                        new HistoryLine.Field("Fréquence de notification", "Unitaire", "Aucune"),
                        new HistoryLine.Field("Modalité d’accès", "API", "Portail"),
                        new HistoryLine.Field("Éditeur", "EDT-99000700100017-00000", null)),
                told.fields());
    }
}
