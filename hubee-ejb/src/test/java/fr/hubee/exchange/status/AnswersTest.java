package fr.hubee.exchange.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3600);

    private final Answers both =
            Answers.NONE.with(ActionType.SENDING_MESSAGE, "La voici", NOON).with(ActionType.ATTACH_DEPOSIT, " ", ONE);

    @Test
    void theyAreUnseenSinceTheFirstOne() {
        assertEquals(new Answers(NOON, ONE, NOON), both);
        assertEquals(ONE, both.last());
        assertNull(Answers.NONE.last());
    }

    @Test
    void filesMayComeWithAMessage() {
        assertEquals(new Answers(NOON, NOON, NOON), Answers.NONE.with(ActionType.ATTACH_DEPOSIT, "La voici", NOON));
    }

    @Test
    void theNextIsLaterThanThoseBeforeEvenOnAServerWhoseClockIsBehind() {
        var later = ONE.plusNanos(1000);

        assertEquals(new Answers(later, ONE, later), both.seenUntil(ONE).with(ActionType.SENDING_MESSAGE, "Et", NOON));
    }

    @Test
    void onceTheyAreSeenOnlyTheirMomentsStay() {
        assertEquals(new Answers(NOON, ONE, null), both.seenUntil(ONE));
        assertEquals(Answers.NONE, Answers.NONE.seenUntil(ONE));
    }

    @Test
    void theOneThatArrivedWhileAnEarlierOneWasReadIsStillUnseen() {
        assertEquals(new Answers(NOON, ONE, ONE), both.seenUntil(NOON));
    }

    @Test
    void noPageCanSayThatSheHasSeenWhatIsNotSentYet() {
        assertEquals(Optional.of(NOON), both.seenBy(NOON));
        assertEquals(Optional.of(ONE), both.seenBy(Instant.MAX));
        assertEquals(Optional.empty(), both.seenBy(Instant.MIN), "no date of the database");
        assertEquals(Optional.empty(), Answers.NONE.seenBy(NOON));
    }

    @Test
    void aPageThatWasOpenedBeforeMakesNothingUnseenAgain() {
        var seen = both.seenUntil(ONE);

        assertEquals(seen, seen.seenUntil(NOON));
        var files = new Answers(NOON, ONE, ONE);
        assertEquals(files, files.seenUntil(NOON.minusSeconds(1)));
    }
}
