package fr.hubee.api.exchange;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.hubee.api.directory.OrganizationIdentifierJson;
import fr.hubee.exchange.notification.NotificationLine;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.EventStatus;
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

    /** A notification with the type and status of its event, for {@code eventDetails=true} only. */
    public record NotificationWithEventJson(
            @JsonUnwrapped NotificationJson notification, ActionType eventActionType, EventStatus eventStatus) {

        static NotificationWithEventJson from(NotificationLine line) {
            return new NotificationWithEventJson(
                    NotificationJson.from(line), line.eventActionType(), line.eventStatus());
        }
    }
}
