package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.hubee.it.InParallel;
import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An {@code Idempotency-Key} makes a repeated creation harmless. */
class IdempotencyIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    static String folder() {
        return Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
    }

    @Test
    void theSameKeyAndBodyGetTheSameAnswerAlsoLater() {
        var sender = dila.with("Idempotency-Key", Deposit.number());
        var body = folder();
        var first = sender.post("/folders", body);
        dila.patch("/folders/" + first.field("id"), "{\"globalStatus\": \"HUBEE_COMPLETED\"}");

        var again = sender.post("/folders", body).expect(201);

        assertEquals(first.text(), again.text());
    }

    @Test
    void aHundredAtOnceWriteOneFolder() {
        var sender = dila.with("Idempotency-Key", Deposit.number());
        var body = folder();

        var answers = InParallel.of(100, any -> sender.post("/folders", body));

        assertEquals(
                1,
                answers.stream()
                        .map(Answer::toString)
                        .collect(Collectors.toSet())
                        .size());
        answers.get(0).expect(201);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var sender = dila.with("Idempotency-Key", Deposit.number());
        sender.post("/folders", folder());

        var other = sender.post("/folders", folder()).expect(422);

        assertEquals(422, other.json().at("/errors/0/code").asInt());
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        var sender = dila.with("Idempotency-Key", Deposit.number());
        sender.post("/folders", folder().replace("99000101800011", "11001401600011"))
                .expect(400);

        sender.post("/folders", folder()).expect(201);
    }

    @Test
    void aKeyBelongsToItsClient() {
        var key = Deposit.number();
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var event = Deposit.moving("IN_PROGRESS");

        var mine = town.with("Idempotency-Key", key).post(deposit.casePath() + "/events", event);
        var theirs = dila.with("Idempotency-Key", key).post(deposit.casePath() + "/events", event);
        var again = town.with("Idempotency-Key", key).post(deposit.casePath() + "/events", event);

        assertNotEquals(mine.text(), theirs.text());
        assertEquals(mine.text(), again.text());
        assertEquals(2, town.get(deposit.casePath()).json().path("events").size());
    }

    @Test
    void withoutAKeyTheSameNumberMayComeTwice() {
        var body = folder();

        assertNotEquals(
                dila.post("/folders", body).json().path("id"),
                dila.post("/folders", body).json().path("id"));
    }
}
