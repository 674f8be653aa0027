package fr.hubee.directory.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryLineTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final OrganizationKey EDITOR = new OrganizationKey(OrganizationType.EDT, "99000700100017", "00000");

    static AuditLine line(Changes changes) {
        return new AuditLine(
                new UUID(0, 1),
                NOON,
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
    void valuesAreInTheWordsOfThePage() {
        var told = HistoryLine.of(line(Changes.NONE
                .and("accessMode", AccessMode.API, AccessMode.PORTAIL)
                .and("activatedAt", null, NOON)
                .and("editor", EDITOR, null)
                .and("notificationFrequency", NotificationFrequency.EACH, NotificationFrequency.NONE)));

        assertEquals("Abonnement modifié", told.act());
        assertEquals(
                List.of(
                        new HistoryLine.Field("Date d’activation", null, "24/11/2026 à 12\u00a0h\u00a000"),
                        new HistoryLine.Field("Fréquence de notification", "Unitaire", "Aucune"),
                        new HistoryLine.Field("Modalité d’accès", "API", "Portail"),
                        new HistoryLine.Field("Éditeur", "EDT-99000700100017-00000", null)),
                told.fields());
    }
}
