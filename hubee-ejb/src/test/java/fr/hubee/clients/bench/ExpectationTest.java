package fr.hubee.clients.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.clients.bench.Scenario.Step;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The acts of a software are compared with those that a step expects. */
class ExpectationTest {
    static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    static final UUID RUN = new UUID(0, 1);
    static final UUID CASE = new UUID(0, 2);
    static final UUID FILE = new UUID(0, 3);
    static final UUID OTHER = new UUID(0, 4);
    static final String PATH = "/teledossiers/v1/cases/" + CASE;

    final Expectation expectation = Expectation.since(NOON, CASE, Map.of(FILE, 100L, OTHER, 10L));

    @Test
    void aCallOfBeforeAnotherCaseAndARefusedOneDoNotCount() {
        var step = step("expect: CASE");

        assertNull(judged(step, call(-1, "GET", PATH, 200)).at());
        assertNull(judged(step, call(1, "GET", "/teledossiers/v1/cases/" + OTHER, 200))
                .at());
        assertNull(judged(step, call(1, "GET", PATH, 403)).at());
        assertNotNull(judged(step, call(1, "GET", PATH, 200)).at());
    }

    @Test
    void aFileIsReadOnceAllItsBytesWere() {
        var step = step("expect: FILES");
        var half = bytes(1, FILE, 206, 50);

        assertNull(judged(step, bytes(1, OTHER, 200, 10), half).at());
        assertNotNull(judged(step, bytes(1, OTHER, 200, 10), half, bytes(2, FILE, 206, 50))
                .at());
    }

    @Test
    void whatComesBeforeItsTimeIsSaidAtOnceAndInWords() {
        var step = step("{expect: ACKNOWLEDGE, after: FILES}");
        var deleted = about(1, "DELETE", "/teledossiers/v1/notifications/" + OTHER, CASE);

        assertEquals(
                "Votre logiciel a retiré la notification de sa file avant d’avoir lu chaque fichier jusqu’au bout.",
                expectation
                        .early(step, Set.of(SoftwareAct.CASE, SoftwareAct.FILES), List.of(deleted), NOON.plusSeconds(4))
                        .orElseThrow()
                        .fr());
        assertTrue(
                expectation
                        .early(step, Set.of(SoftwareAct.QUEUE), List.of(deleted), NOON.plusSeconds(4))
                        .isEmpty(),
                "the files were read");
        assertTrue(
                expectation
                        .early(step, Set.of(SoftwareAct.FILES), List.of(deleted), NOON.plusSeconds(2))
                        .isEmpty(),
                "another node may still write that they were read");

        expectation.done().put(SoftwareAct.FILES, bytes(2, FILE, 200, 100));
        assertNotNull(judged(step, deleted).problem());
        assertNotNull(judged(step, about(3, "DELETE", "/teledossiers/v1/notifications/" + OTHER, CASE))
                .at());
    }

    @Test
    void whatNoStepExpectsIsSeenInstead() {
        var read = call(1, "GET", PATH, 200);
        var foreign = call(2, "GET", "/teledossiers/v1/cases/" + OTHER, 200);
        var token = call(3, "POST", "/oauth2/token", 200);
        var before = call(-1, "DELETE", "/teledossiers/v1/notifications/" + OTHER, 204);

        assertEquals(
                "Seen instead, and not expected here: GET " + foreign.path() + " 200.",
                instead(before, read, foreign, token));
        assertEquals(
                "Nothing unexpected was seen; its last calls: GET " + PATH + " 200, POST /oauth2/token 200.",
                instead(read, token));
        assertEquals("No call was seen: does the software run, with this identifier?", instead());
    }

    private String instead(SeenCall... calls) {
        return expectation.instead(Set.of(SoftwareAct.CASE), List.of(calls)).en();
    }

    @Test
    void aStatusMayBeRefusedAsAnEventOrAsAChange() {
        var change = call(1, "PATCH", PATH, 403);
        assertEquals(
                change,
                expectation.lastRefusal(SoftwareAct.STATUS, List.of(change)).orElseThrow());
    }

    @Test
    void aRefusedCallIsCorrectedByTheSameOneThatSucceedsLater() {
        var refused = call(1, "PATCH", PATH, 400);

        assertTrue(refused.isRefused() && refused.isCorrectedBy(call(2, "PATCH", PATH, 204)));
        assertTrue(!refused.isCorrectedBy(call(2, "GET", PATH, 200)), "another call");
        assertTrue(!refused.isCorrectedBy(call(0, "PATCH", PATH, 204)), "an earlier one");
        assertTrue(!refused.isCorrectedBy(call(2, "PATCH", PATH, 400)), "refused again");
    }

    @Test
    void aCallMayBeginBeforeTheEndOfTheFormerOneIsNoted() {
        var step = step("{expect: ACKNOWLEDGE, after: FILES}");
        var next = about(3, "DELETE", "/teledossiers/v1/notifications/" + OTHER, CASE);

        expectation.done().put(SoftwareAct.FILES, lasting(1003, bytes(2, FILE, 200, 100)));
        assertNotNull(judged(step, next).at());
        expectation.done().put(SoftwareAct.FILES, lasting(2000, bytes(2, FILE, 200, 100)));
        assertNotNull(judged(step, next).problem(), "the file was still on its way");
    }

    @Test
    void aSpoiledCallIsMadeAgainNotBeforeRetryAfter() {
        var step = step("expect: RETRY");
        var spoiled = spoiled(1, 429, 5);

        assertNull(judged(step, call(1, "GET", PATH, 200)).at(), "nothing was spoiled");
        assertNotNull(judged(step, spoiled, call(6, "GET", PATH, 200)).at());
        assertEquals(
                "Votre logiciel a renvoyé GET " + PATH
                        + " après 2,0 s au lieu d’attendre 5 s (Retry-After de la réponse 429).",
                judged(step, spoiled, call(3, "GET", PATH, 200)).problem().fr());
    }

    @Test
    void whoeverRepeatsAnExpiredTokenIsStubborn() {
        var step = step("expect: RETRY");

        assertNull(judged(step, spoiled(1, 401, 0)).problem());
        assertNotNull(judged(step, spoiled(1, 401, 0), spoiled(2, 401, 0), spoiled(3, 401, 0), spoiled(4, 401, 0))
                .problem());
    }

    private Expectation.Verdict judged(Step step, SeenCall... calls) {
        return expectation.judge(step, List.of(calls));
    }

    private static Step step(String yaml) {
        var text = """
                name: one
                role: SI
                title: {fr: un, en: one}
                purpose: {fr: un, en: one}
                steps:
                - %s""".formatted(yaml);
        return ScenarioCatalog.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "one")
                .steps()
                .get(0);
    }

    private static SeenCall call(int second, String method, String path, int status) {
        return seen(second, method, path, null, status, 0, false, 0);
    }

    private static SeenCall about(int second, String method, String path, UUID subject) {
        return seen(second, method, path, subject, 204, 0, false, 0);
    }

    private static SeenCall bytes(int second, UUID file, int status, long sent) {
        return seen(second, "GET", PATH + "/attachments/" + file, null, status, sent, false, 0);
    }

    private static SeenCall lasting(int milliseconds, SeenCall call) {
        var end = call.beganAt().plusMillis(milliseconds);
        return new SeenCall(
                RUN, call.beganAt(), end, call.method(), call.path(), null, call.status(), call.sent(), null, false, 0);
    }

    private static SeenCall spoiled(int second, int status, int retryAfter) {
        return seen(second, "GET", PATH, null, status, 0, true, retryAfter);
    }

    private static SeenCall seen(
            int second,
            String method,
            String path,
            UUID subject,
            int status,
            long sent,
            boolean spoiled,
            int retryAfter) {
        var at = NOON.plusSeconds(second);
        return new SeenCall(RUN, at, at, method, path, subject, status, sent, null, spoiled, retryAfter);
    }
}
