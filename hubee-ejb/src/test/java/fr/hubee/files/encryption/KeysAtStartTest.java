package fr.hubee.files.encryption;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.UuidV7;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class KeysAtStartTest {
    private final TestKeys.Rows rows = new TestKeys.Rows();
    private final KeySet masters = KeySet.fresh();

    private void start(Optional<KeySet> known) {
        var start = new KeysAtStart();
        start.keys = rows;
        start.custody = new KeyCustody(settings(known));
        start.check();
    }

    private static MasterKeySettings settings(Optional<KeySet> known) {
        return new MasterKeySettings(known, Optional.empty());
    }

    @Test
    void aServerWithoutMasterKeysDoesNotStartWhereFilesAreEncrypted() throws Exception {
        TestKeys.of(rows, settings(Optional.of(masters))).of(UuidV7.next());

        var refusal = assertThrows(IllegalStateException.class, () -> start(Optional.empty()));

        assertTrue(refusal.getMessage().contains(masters.current().name()), refusal::getMessage);
    }

    @Test
    void itStartsWithThemAndWhereNothingIsEncrypted() throws Exception {
        assertDoesNotThrow(() -> start(Optional.empty()));
        TestKeys.of(rows, settings(Optional.of(masters))).of(UuidV7.next());

        assertDoesNotThrow(() -> start(Optional.of(masters)));
        assertDoesNotThrow(() -> start(Optional.of(KeySet.fresh())), "the others are read, and new ones encrypted");
    }
}
