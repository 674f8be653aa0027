package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.feed.WebhookAnswer.Failure;
import fr.hubee.exchange.feed.WebhookEndpoint.State;
import fr.hubee.exchange.feed.WebhookWave.Delivery;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookEndpointTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final SecretKey HUB = new SecretKeySpec(new byte[32], "AES");
    private static final URI ADDRESS = URI.create("https://town.example/hook");

    private final WebhookEndpoint endpoint =
            new WebhookEndpoint("client", List.of("EtatCivil", "CERTDC"), ADDRESS, NOON);

    private static WebhookAnswer answer(int status) {
        return new WebhookAnswer(status, status == 0 ? Failure.TIMEOUT : null, NOON, Duration.ZERO, "", null);
    }

    private WebhookEndpoint proven() {
        endpoint.proved(42, NOON);
        return endpoint;
    }

    private boolean fails(Instant now) {
        return endpoint.answered(List.of(answer(500)), now);
    }

    @Test
    void itGetsWhatComesAfterItsFirstProof() {
        assertEquals(State.TO_PROVE, endpoint.state());
        assertEquals(List.of("CERTDC", "EtatCivil"), endpoint.processCodes());
        assertEquals(42, proven().position());
        endpoint.change(endpoint.processCodes(), URI.create("https://other.example/"));
        assertEquals(State.TO_PROVE, endpoint.state());
        endpoint.proved(99, NOON);
        assertEquals(State.ACTIVE, endpoint.state());
        assertEquals(42, endpoint.position(), "it misses nothing of what came meanwhile");
    }

    @Test
    void otherDemarchesNeedNoProof() {
        proven().change(List.of("EtatCivil"), ADDRESS);
        assertEquals(State.ACTIVE, endpoint.state());
    }

    @Test
    void aProofDoesNotEndAPause() {
        proven().pause();
        endpoint.proved(99, NOON);
        assertEquals(State.PAUSED, endpoint.state());
        endpoint.resume(false, NOON);
        assertEquals(State.ACTIVE, endpoint.state());
    }

    @Test
    void theHubPausesItAtTheEndOfTheSecretThatItsSoftwareMayHave() {
        var end = NOON.plus(Duration.ofDays(7));
        assertFalse(proven().endAt(end, NOON));
        endpoint.release(43L, null, NOON);
        assertEquals(end, endpoint.dueAt(), "without an event, too");
        endpoint.resume(false, NOON);
        assertFalse(
                endpoint.answered(List.of(), end.minusMillis(1)),
                "that its former software says it stays changes nothing");
        assertFalse(endpoint.takesEvents(end));
        assertTrue(endpoint.answered(List.of(), end));
        assertEquals(State.PAUSED, endpoint.state());
        endpoint.resume(false, end);
        assertEquals(State.ACTIVE, endpoint.state(), "the former secret resumes nothing any more");
        assertNull(endpoint.endsAt());
    }

    @Test
    void aPersonKnowsThatItIsOfTheRightSoftware() {
        var end = NOON.plus(Duration.ofDays(7));
        proven().endAt(end, NOON);
        endpoint.resume(true, NOON);
        assertFalse(endpoint.answered(List.of(), end));
        assertEquals(State.ACTIVE, endpoint.state());
        assertTrue(endpoint.endAt(end, end), "an end that is now pauses it");
    }

    @Test
    void afterAFailureItIsTriedByOneEventAndAfterFiveInARowItRests() {
        proven();
        assertEquals(WebhookEndpoint.AT_ONCE, endpoint.room());
        for (int i = 0; i < 4; i++) {
            fails(NOON);
            assertEquals(1, endpoint.room());
        }
        assertTrue(endpoint.takesEvents(NOON));
        fails(NOON);
        endpoint.release(43L, NOON, NOON);
        assertEquals(NOON.plusSeconds(5), endpoint.dueAt());
        for (int i = 0; i < 20; i++) {
            fails(NOON);
        }
        endpoint.release(43L, NOON, NOON);
        assertEquals(NOON.plus(Duration.ofMinutes(5)), endpoint.dueAt());
        endpoint.answered(List.of(answer(500), answer(204)), NOON);
        assertEquals(WebhookEndpoint.AT_ONCE, endpoint.room());
        endpoint.release(43L, NOON, NOON);
        assertEquals(NOON, endpoint.dueAt());
        assertNull(endpoint.failingSince());
    }

    @Test
    void itRestsAsLongAsItAsksUpToADay() {
        proven();
        var busy = new WebhookAnswer(429, null, NOON, Duration.ZERO, "", Duration.ofMinutes(10));
        endpoint.answered(List.of(busy), NOON);
        endpoint.release(43L, NOON, NOON);
        assertEquals(NOON.plus(Duration.ofMinutes(10)), endpoint.dueAt());
        endpoint.answered(List.of(new WebhookAnswer(503, null, NOON, Duration.ZERO, "", Duration.ofDays(900))), NOON);
        endpoint.release(43L, NOON, NOON);
        assertEquals(NOON.plus(Duration.ofDays(1)), endpoint.dueAt());
        var calm = new WebhookAnswer(200, null, NOON, Duration.ZERO, "", Duration.ofDays(1));
        endpoint.answered(List.of(calm), NOON);
        assertTrue(endpoint.takesEvents(NOON), "an answer of success asks for nothing");
    }

    @Test
    void itIsDueAtTheEarliestMomentThatSomethingWants() {
        proven().release(43L, null, NOON);
        assertNull(endpoint.dueAt());
        endpoint.wake(NOON.plusSeconds(1));
        endpoint.wake(NOON.plusSeconds(15));
        assertEquals(NOON.plusSeconds(1), endpoint.dueAt(), "a test that comes later delays nothing");
        endpoint.answered(List.of(new WebhookAnswer(429, null, NOON, Duration.ZERO, "", Duration.ofMinutes(10))), NOON);
        endpoint.release(null, null, NOON);
        assertEquals(NOON.plus(Duration.ofMinutes(10)), endpoint.dueAt(), "the log is read after the rest");
    }

    @Test
    void itIsDisabledAfterFiveDaysOfFailureOrWhenItIsGone() {
        proven();
        for (int i = 0; i < 4; i++) {
            assertFalse(fails(NOON));
        }
        assertFalse(fails(NOON.plus(Duration.ofDays(5)).minusSeconds(1)));
        assertTrue(fails(NOON.plus(Duration.ofDays(5))));
        assertEquals(State.DISABLED, endpoint.state());
        endpoint.proved(99, NOON);
        assertEquals(State.ACTIVE, endpoint.state());
        assertNull(endpoint.failingSince());
        assertTrue(endpoint.answered(List.of(answer(200), answer(410)), NOON));
        assertEquals(State.DISABLED, endpoint.state());
        assertFalse(fails(NOON), "it is told once");
    }

    @Test
    void itIsDisabledAfterFiveDaysThoughItsOnlyEventWasGivenUpBefore() {
        proven();
        for (int i = 0; i < 5; i++) {
            fails(NOON);
        }
        endpoint.release(43L, null, NOON.plus(Duration.ofDays(3)));
        var end = NOON.plus(Duration.ofDays(5));
        assertEquals(end, endpoint.dueAt());
        assertFalse(endpoint.answered(List.of(), end.minusSeconds(1)));
        assertTrue(endpoint.answered(List.of(), end));
    }

    @Test
    void theFormerSecretSignsForADay() {
        var former = endpoint.keys(HUB, NOON).get(0).secretText();
        endpoint.renew(NOON);
        var keys = endpoint.keys(HUB, NOON.plus(Duration.ofHours(23)));
        assertEquals(2, keys.size());
        assertEquals(former, keys.get(1).secretText());
        assertEquals(1, endpoint.keys(HUB, NOON.plus(WebhookEndpoint.OVERLAP)).size());
    }

    @Test
    void aWaveHasOneEventOfEachCaseAndLeavesBehindWhatWaitsForAnother() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var wave = new WebhookWave(proven());
        assertTrue(wave.follows(event(one, 11, false), 2));
        assertTrue(wave.follows(event(UUID.randomUUID(), 12, true), 2));
        assertFalse(wave.follows(event(one, 13, false), 2), "it follows in the next wave");
        assertEquals(12, wave.done());
        assertTrue(wave.follows(event(other, 13, false), 2));
        assertFalse(wave.follows(event(UUID.randomUUID(), 14, false), 2), "there is no more room");
        assertEquals(
                List.of(11L, 13L), wave.sent().stream().map(Delivery::position).toList());
        assertEquals(13, wave.done());
        var outcome = wave.settle(List.of(answer(200), answer(500)), false, NOON);
        assertEquals(2, outcome.tried().size());
        assertEquals(List.of(), outcome.forgotten());
        assertEquals(2, outcome.kept().size(), "what waits, and what failed");
    }

    private static Delivery event(UUID caseId, long position, boolean waits) {
        return new Delivery(UUID.randomUUID(), "fr.hubee.case.status.v1", caseId, NOON, position, 0, "{}", waits);
    }
}
