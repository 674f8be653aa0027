package fr.hubee.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActChangesTest {
    private static final UUID FILE = UUID.fromString("01a1c592-57ec-7ada-adc7-5a994b3ba580");

    @Test
    void theFilesOfAnActAreFoundBeforeItIsVerified() {
        assertEquals(List.of(FILE), ActChanges.filesIn("{\"digests\":[null,\"" + FILE + ":47DEQpj8HBSa+/TImW==\"]}"));
    }

    @Test
    void anActThatSomebodyAlteredHidesNoOther() {
        for (var altered : List.of("", "nonsense", "[]", "{\"digests\":[null,\"nonsense\"]}", "{\"digests\":7}")) {
            assertEquals(List.of(), ActChanges.filesIn(altered), altered);
        }
    }
}
