package fr.hubee.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoundGateTest {
    final RoundGate gate = new RoundGate();

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
}
