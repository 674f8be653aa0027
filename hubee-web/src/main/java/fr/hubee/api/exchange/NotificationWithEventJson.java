package fr.hubee.api.exchange;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.hubee.exchange.notification.NotificationLine;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.EventStatus;

/** A notification with the type and status of its event, for {@code eventDetails=true} only. */
public record NotificationWithEventJson(
        @JsonUnwrapped NotificationJson notification, ActionType eventActionType, EventStatus eventStatus) {

    static NotificationWithEventJson from(NotificationLine line) {
        return new NotificationWithEventJson(NotificationJson.from(line), line.eventActionType(), line.eventStatus());
    }
}
