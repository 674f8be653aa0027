package fr.hubee.api.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.hubee.api.exchange.NotificationJson.NotificationWithEventJson;
import fr.hubee.api.http.ApiJson;
import fr.hubee.exchange.notification.NotificationLine;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationWithEventJsonTest {
    static final UUID ID = UUID.fromString("01936a0f-0c10-7f44-9285-6c7d8e9fb1c1");
    static final UUID CASE = UUID.fromString("01936a0e-7b40-7c11-9a52-3f1d5e8b7a10");
    static final UUID EVENT = UUID.fromString("01936a1c-2e80-7d22-b063-4a5b6c7d8e90");
    static final String FIRST_PART = "{\"id\":\"" + ID + "\","
            + "\"recipient\":{\"type\":\"OSL\",\"companyRegister\":\"99000001000019\",\"branchCode\":\"00000\"},"
            + "\"transmitter\":{\"type\":\"SI\",\"companyRegister\":\"99000101800011\",\"branchCode\":\"99101\"},"
            + "\"processCode\":\"EtatCivil\",\"caseId\":\"" + CASE + "\",";

    @Test
    void theDetailsOfTheEventStandNextToTheNotification() throws Exception {
        assertEquals(
                FIRST_PART + "\"eventId\":\"" + EVENT + "\",\"dateTime\":\"2026-11-24T10:05:12.480+00:00\","
                        + "\"eventActionType\":\"STATUS_UPDATE\",\"eventStatus\":\"SENT\"}",
                write(NotificationWithEventJson.from(line(EVENT, ActionType.STATUS_UPDATE, EventStatus.SENT))));
    }

    @Test
    void aNewCaseHasNoEvent() throws Exception {
        assertEquals(
                FIRST_PART + "\"eventId\":null,\"dateTime\":\"2026-11-24T10:05:12.480+00:00\","
                        + "\"eventActionType\":null,\"eventStatus\":null}",
                write(NotificationWithEventJson.from(line(null, null, null))));
    }

    @Test
    void withoutDetailsTheirNamesAreNotThereEither() throws Exception {
        assertEquals(
                FIRST_PART + "\"eventId\":\"" + EVENT + "\",\"dateTime\":\"2026-11-24T10:05:12.480+00:00\"}",
                write(NotificationJson.from(line(EVENT, null, null))));
    }

    private static NotificationLine line(UUID event, ActionType action, EventStatus status) {
        return new NotificationLine(
                ID,
                new OrganizationKey(OrganizationType.OSL, "99000001000019", "00000"),
                new OrganizationKey(OrganizationType.SI, "99000101800011", "99101"),
                "EtatCivil",
                CASE,
                event,
                Instant.parse("2026-11-24T10:05:12.480Z"),
                action,
                status);
    }

    private static String write(Object value) throws JsonProcessingException {
        return ApiJson.mapper().writeValueAsString(value);
    }
}
