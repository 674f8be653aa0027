package fr.hubee.shared;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoundGateTest {
    final RoundGate gate = new RoundGate(1);

    @Test
    void aBurstStartsOneRoundAndOneMore() {
        assertTrue(gate.ask());
        for (int each = 0; each < 100; each++) {
            assertFalse(gate.ask());
        }

        assertTrue(gate.ended());
        assertFalse(gate.ended());
    }

    @Test
    void afterTheLastOneTheNextIsStartedByWhoAsks() {
        assertTrue(gate.ask());
        assertFalse(gate.ended());

        assertTrue(gate.ask());
    }

    @Test
    void whatCouldNotBeStartedIsInNobodysWay() {
        assertTrue(gate.ask());
        gate.open();

        assertTrue(gate.ask());
    }

    @Test
    void severalRunAtOnceAndTheFirstThatEndsRunsTheOneMore() {
        var two = new RoundGate(2);
        assertTrue(two.ask());
        assertTrue(two.ask());
        assertFalse(two.ask());

        assertTrue(two.ended());
        assertFalse(two.ended());
        assertTrue(two.ask());
        assertFalse(two.ended());
        assertFalse(two.ended());
    }

    @Test
    void whatCouldNotBeStartedLeavesItsPlaceWhileAnotherOneRuns() {
        var two = new RoundGate(2);
        assertTrue(two.ask());
        assertTrue(two.ask());
        assertFalse(two.ask());
        two.open();

        assertTrue(two.ask());
        assertFalse(two.ask());
    }
}
