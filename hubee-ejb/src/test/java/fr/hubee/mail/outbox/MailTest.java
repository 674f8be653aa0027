package fr.hubee.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.Conflict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final Duration MINUTE = Duration.ofMinutes(1);

    final Mail mail =
            new Mail(NewMail.to("ada@pontcarre.example", MailTemplate.RESET, MailValues.NONE), "hubee.example", NOON);

    @Test
    void itsMessageIdIsTheSameAtEveryAttempt() {
        var first = mail.claim(NOON);
        mail.settle(MailState.WAITING, "451", NOON);
        var second = mail.claim(NOON.plus(MINUTE));

        assertEquals(first.messageId(), second.messageId());
        assertEquals("<" + mail.id() + "@hubee.example>", first.messageId());
    }

    @Test
    void whatTheReleaseBeforeDoesNotKnowIsWrittenAsWhatItKnows() {
        var told = new Mail(NewMail.to("ada@pontcarre.example", MailTemplate.UNOPENED, MailValues.NONE), "h", NOON);

        assertEquals(MailTemplate.UNOPENED, told.template());
        assertEquals(MailTemplate.UNOPENED, told.claim(NOON).template());
        assertEquals(MailTemplate.DIGEST, MailTemplate.UNOPENED.written());
        assertEquals(MailTemplate.DIGEST, MailTemplate.RESCUE.written());
        assertEquals(MailTemplate.DIGEST, MailTemplate.DEPUTY_NAMED.written());
        assertEquals(MailTemplate.DIGEST, MailTemplate.SUBSCRIPTION_NAMED.written());
        assertEquals(MailTemplate.RESET, mail.claim(NOON).template());
    }

    @Test
    void aClaimHoldsUntilTheNextOneOrTheEnd() {
        var first = mail.claim(NOON);
        assertTrue(mail.isOf(first));
        assertEquals(NOON.plus(Mail.CLAIM), mail.nextAttemptAt());

        var second = mail.claim(NOON.plus(Mail.CLAIM));
        assertFalse(mail.isOf(first));

        mail.settle(MailState.SENT, null, NOON.plus(Mail.CLAIM));
        assertFalse(mail.isOf(second));
    }

    @Test
    void whatIsGivenBackWasNotTriedAndMayBeTakenAtOnce() {
        var claim = mail.claim(NOON);
        mail.giveBack(NOON);

        assertFalse(mail.isOf(claim));
        assertEquals(0, mail.attempts());
        assertEquals(NOON, mail.nextAttemptAt());
        assertEquals(MailState.WAITING, mail.state());
    }

    @Test
    void aFailureIsTriedAgainAndKeepsItsReason() {
        mail.claim(NOON);
        mail.settle(MailState.WAITING, "451 4.3.0", NOON);

        assertEquals(MailState.WAITING, mail.state());
        assertEquals(NOON.plus(MINUTE), mail.nextAttemptAt());
        assertEquals("451 4.3.0", mail.lastError());
    }

    @Test
    void afterThreeDaysItIsGivenUp() {
        mail.claim(NOON);
        mail.settle(MailState.WAITING, "451 4.3.0", NOON.plus(Duration.ofDays(3)));

        assertEquals(MailState.GIVEN_UP, mail.state());
        assertEquals("451 4.3.0", mail.lastError());
    }

    @Test
    void relaunchedItHasThreeDaysAgain() {
        var later = NOON.plus(Duration.ofDays(10));
        mail.settle(MailState.GIVEN_UP, "550", NOON);
        mail.retry(later);
        mail.claim(later);
        mail.settle(MailState.WAITING, "451", later.plus(Duration.ofDays(2)));

        assertEquals(MailState.WAITING, mail.state());
    }

    @Test
    void onlyWhatWasGivenUpIsRelaunched() {
        assertThrows(Conflict.class, () -> mail.retry(NOON));
        mail.settle(MailState.SENT, null, NOON);
        assertThrows(Conflict.class, () -> mail.retry(NOON));
    }

    @Test
    void aLongReasonIsShortened() {
        mail.settle(MailState.GIVEN_UP, "x".repeat(1000), NOON);

        assertEquals(300, mail.lastError().length());
    }
}
