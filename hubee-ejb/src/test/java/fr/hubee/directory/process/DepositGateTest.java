package fr.hubee.directory.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DepositGateTest {
    private static final DepositGate GATE = DepositGate.NONE
            .requiring(List.of("Piece B", "A", "A"))
            .withSchema("Piece B", "two")
            .withSchema("A", "one");

    @Test
    void aSchemaIsFoundByItsTypeAndReplacedOrRemoved() {
        assertEquals(List.of("A", "Piece B"), GATE.requiredTypes());
        assertEquals(List.of("A", "Piece B"), GATE.typesWithSchema());
        assertEquals(Optional.of("two"), GATE.schemaOf("Piece B"));
        assertEquals(Optional.empty(), GATE.schemaOf("Piece"));
        assertEquals(Optional.of("three"), GATE.withSchema("A", "three").schemaOf("A"));
        assertEquals(List.of("Piece B"), GATE.withSchema("A", null).typesWithSchema());
    }

    @Test
    void whatIsAboutATypeThatTheDemarcheDoesNotHaveAnyMoreIsDropped() {
        var process = new Process("EtatCivil", ProcessFormTest.KNOWN, Instant.EPOCH);
        var type = ProcessFormTest.KNOWN.attachments().types().get(0);
        process.demand(GATE.requiring(List.of("A", type)), Instant.EPOCH);

        process.change(ProcessFormTest.KNOWN, Instant.EPOCH);

        assertEquals(new DepositGate(List.of(type), List.of()), process.gate());
    }
}
