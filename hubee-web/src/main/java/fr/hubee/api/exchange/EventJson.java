package fr.hubee.api.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import fr.hubee.api.directory.OrganizationIdentifierJson;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.folder.NewCaseEvent;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.security.RoleNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** An event of a case's history (specification §2.7). */
public record EventJson(
        @JsonProperty(access = Access.READ_ONLY) UUID id,
        @JsonProperty(access = Access.READ_ONLY) OrganizationIdentifierJson transmitter,

        @NotNull @JsonDeserialize(using = ActionTypeReader.class)
        ActionType actionType,

        @Size(max = 255) String author,
        @Size(max = 1000) String message,
        @Size(max = 1000) String comment,
        Boolean notification,
        @JsonProperty(access = Access.READ_ONLY) EventStatus status,
        @Size(max = 15) String caseCurrentStatus,
        CaseStatus caseNewStatus,
        @Size(max = 1024) String partnerAttributes,
        List<@NotNull @Valid AttachmentJson> attachments,
        @JsonProperty(access = Access.READ_ONLY) PartnerInfo partnerInfo,
        @JsonProperty(access = Access.READ_ONLY) Instant createDateTime,
        @JsonProperty(access = Access.READ_ONLY) Instant updateDateTime) {

    /** Returns the event as its reader sees it: a comment is internal to the instructing service, and never sent to an operator. */
    static EventJson from(CaseEvent event, Caller reader) {
        return new EventJson(
                event.id(),
                OrganizationIdentifierJson.from(event.transmitter()),
                event.actionType(),
                event.author(),
                event.message(),
                reader.is(RoleNames.OSL) ? null : event.comment(),
                event.notification(),
                event.status(),
                event.caseCurrentStatus(),
                event.caseNewStatus(),
                event.partnerAttributes(),
                event.attachments().stream().map(AttachmentJson::from).toList(),
                event.partnerInfo(),
                event.createdAt(),
                event.updatedAt());
    }

    NewCaseEvent toNewCaseEvent(PartnerInfo partner) {
        return new NewCaseEvent(
                actionType,
                author,
                message,
                comment,
                Boolean.TRUE.equals(notification),
                caseCurrentStatus,
                caseNewStatus,
                partnerAttributes,
                attachments == null
                        ? List.of()
                        : attachments.stream()
                                .map(AttachmentJson::toNewAttachment)
                                .toList(),
                partner);
    }

    /** Reads an action; a published client sends a status instead, which means a status change. */
    static class ActionTypeReader extends StdDeserializer<ActionType> {
        private static final long serialVersionUID = 1L;

        ActionTypeReader() {
            super(ActionType.class);
        }

        @Override
        public ActionType deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (ActionType) context.handleUnexpectedToken(ActionType.class, json);
            }
            var text = json.getText();
            if (text.equals("ADD_AWAITING")) {
                return ActionType.STATUS_UPDATE;
            }
            var known = Stream.of(ActionType.values())
                    .filter(action -> action.name().equals(text))
                    .findFirst();
            return known.isPresent()
                    ? known.get()
                    : (ActionType) context.handleWeirdStringValue(ActionType.class, text, "action");
        }
    }

    /** The part of an event that a party may change. */
    public record EventPatchJson(@NotNull EventStatus status) {}
}
