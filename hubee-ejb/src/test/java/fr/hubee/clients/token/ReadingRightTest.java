package fr.hubee.clients.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Two administrators agree on a right for a time. */
class ReadingRightTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    static final String ADA = "ada@example.org";
    static final String BEA = "bea@example.org";
    static final String EVE = "eve@example.org";

    final ReadingRight right = asked(30);

    static ReadingRight asked(int days) {
        return new ReadingRight("ADMIN-x", " Contrôle de la CNIL ", days, ADA, NOON);
    }

    static Instant days(int days) {
        return NOON.plus(Duration.ofDays(days));
    }

    @Test
    void whatIsAskedForOpensNothing() {
        assertTrue(right.isAwaited(NOON));
        assertFalse(right.isLive(NOON, NOON));
    }

    @Test
    void aSecondAdministratorGrantsItForTheDaysThatWereAskedFor() {
        right.grant(BEA, EVE, days(1));

        assertTrue(right.isLive(days(31).minusMillis(1), NOON));
        assertFalse(right.isLive(days(31), NOON));
        assertEquals(days(31), right.endsAt());
    }

    @Test
    void neitherWhoeverAskedNorWhoeverMadeTheClientGrantsIt() {
        assertThrows(NotAllowed.class, () -> right.grant(ADA, EVE, NOON));
        assertThrows(NotAllowed.class, () -> right.grant(BEA, BEA, NOON));
        assertFalse(right.isLive(NOON, NOON));
    }

    @Test
    void nobodyIsKnownToHaveMadeAClientOfTheStartUpFile() {
        right.grant(BEA, null, NOON);

        assertTrue(right.isLive(NOON, NOON));
    }

    @Test
    void itIsGrantedOnceWithinAWeekAndNotOnceWithdrawn() {
        assertThrows(InvalidRequest.class, () -> right.grant(BEA, null, days(7)));
        right.withdraw(ADA, NOON);
        assertThrows(InvalidRequest.class, () -> right.grant(BEA, null, NOON));
        var other = asked(1);
        other.grant(BEA, null, NOON);
        assertThrows(InvalidRequest.class, () -> other.grant(EVE, null, NOON));
    }

    @Test
    void itEndsWhenItIsWithdrawn() {
        right.grant(BEA, null, NOON);
        right.withdraw(EVE, NOON);

        assertFalse(right.isLive(NOON, NOON));
    }

    @Test
    void aSecretThatWasMadeSinceReadsNothing() {
        right.grant(BEA, null, NOON);

        assertFalse(right.isLive(days(1), NOON.plusMillis(1)));
    }

    @Test
    void itIsAskedForWithAReasonAndForAMonthAtMost() {
        assertThrows(InvalidRequest.class, () -> asked(0));
        assertThrows(InvalidRequest.class, () -> asked(31));
        assertThrows(InvalidRequest.class, () -> new ReadingRight("ADMIN-x", " ", 1, ADA, NOON));
        assertEquals("Contrôle de la CNIL", right.known(NOON, NOON).reason());
    }

    @Test
    void aReasonHasThreeHundredCharactersAtMost() {
        var longest = "a".repeat(300);

        assertEquals(
                longest,
                new ReadingRight("ADMIN-x", longest + " ", 1, ADA, NOON)
                        .known(NOON, NOON)
                        .reason());
        assertThrows(InvalidRequest.class, () -> new ReadingRight("ADMIN-x", longest + "a", 1, ADA, NOON));
    }

    @Test
    void aRightTellsWhoRequestedAndWhoGrantedIt() {
        right.grant(BEA, null, NOON);

        assertEquals(ADA, right.askedBy());
        assertEquals(BEA, right.grantedBy());
        assertEquals(right.id(), right.known(NOON, NOON).id());
        assertNotEquals(right.id(), asked(30).id());
    }
}
