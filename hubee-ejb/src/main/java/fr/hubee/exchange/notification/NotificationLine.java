package fr.hubee.exchange.notification;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.kernel.shared.OrganizationKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A notification as its recipient reads it.
 *
 * @param eventId null for a new case
 * @param eventActionType null for a new case, and when details were not requested
 * @param eventStatus current status of the event, null in the same cases
 */
public record NotificationLine(
        UUID id,
        OrganizationKey recipient,
        OrganizationKey transmitter,
        String processCode,
        UUID caseId,
        UUID eventId,
        Instant dateTime,
        ActionType eventActionType,
        EventStatus eventStatus) {}
