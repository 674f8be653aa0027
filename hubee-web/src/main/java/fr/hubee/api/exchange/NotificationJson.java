package fr.hubee.api.exchange;

import fr.hubee.api.directory.OrganizationIdentifierJson;
import fr.hubee.exchange.notification.NotificationLine;
import java.time.Instant;
import java.util.UUID;

/** A notification (specification §2.9). */
public record NotificationJson(
        UUID id,
        OrganizationIdentifierJson recipient,
        OrganizationIdentifierJson transmitter,
        String processCode,
        UUID caseId,
        UUID eventId,
        Instant dateTime) {

    static NotificationJson from(NotificationLine line) {
        return new NotificationJson(
                line.id(),
                OrganizationIdentifierJson.from(line.recipient()),
                OrganizationIdentifierJson.from(line.transmitter()),
                line.processCode(),
                line.caseId(),
                line.eventId(),
                line.dateTime());
    }
}
