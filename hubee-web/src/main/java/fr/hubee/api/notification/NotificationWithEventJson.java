package fr.hubee.api.notification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.hubee.folder.ActionType;
import fr.hubee.folder.status.EventStatus;
import fr.hubee.notification.NotificationLine;

/** A notification with what its event is and where it stands: only {@code eventDetails=true} asks for it. */
public record NotificationWithEventJson(
        @JsonUnwrapped NotificationJson notification, ActionType eventActionType, EventStatus eventStatus) {

    static NotificationWithEventJson from(NotificationLine line) {
        return new NotificationWithEventJson(NotificationJson.from(line), line.eventActionType(), line.eventStatus());
    }
}
