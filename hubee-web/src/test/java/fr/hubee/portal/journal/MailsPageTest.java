package fr.hubee.portal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.hubee.mail.outbox.MailLine;
import fr.hubee.mail.outbox.MailState;
import fr.hubee.mail.outbox.MailTemplate;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks that an attempt is never announced for a time that has passed. */
class MailsPageTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    static MailLine line(MailState state, Instant next) {
        return new MailLine(
                new UUID(0, 1),
                "ada@pontcarre.example",
                MailTemplate.ONE_TIME_CODE,
                state,
                NOON.minusSeconds(60),
                0,
                next,
                null,
                null);
    }

    @Test
    void theRelayIsReportedAsAwayOnlyWhileItIs() {
        var due = line(MailState.WAITING, NOON.minusSeconds(30));
        assertEquals("Le relais ne répond pas : nouvel essai dans la minute", MailsPage.due(due, true, NOON));
        assertEquals("Va partir", MailsPage.due(due, false, NOON));
    }

    @Test
    void aLaterAttemptHasItsTimeAndAMailThatHasEndedHasNone() {
        assertNull(MailsPage.due(line(MailState.WAITING, NOON.plusSeconds(60)), true, NOON));
        assertNull(MailsPage.due(line(MailState.SENT, NOON.minusSeconds(30)), true, NOON));
    }
}
