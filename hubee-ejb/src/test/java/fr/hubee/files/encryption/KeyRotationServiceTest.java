package fr.hubee.files.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.UuidV7;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class KeyRotationServiceTest {
    private final TestKeys.Rows rows = new TestKeys.Rows();
    private final KeySet before = KeySet.fresh();
    private final KeySet both = before.withAnother();
    private final KeySet after = both.using(both.all().get(1).name());
    private final UUID folder = UuidV7.next();

    private KeyRotationService rotation(KeySet masters) {
        var service = new KeyRotationService();
        service.keys = rows;
        service.custody = new KeyCustody(settings(masters));
        return service;
    }

    private static MasterKeySettings settings(KeySet masters) {
        return new MasterKeySettings(Optional.of(masters), Optional.empty());
    }

    @Test
    void aKeyIsEncryptedWithTheNewMasterKeyAndIsTheSameKey() throws Exception {
        var key = TestKeys.of(rows, settings(before)).of(folder).orElseThrow();
        assertEquals(List.of(), rotation(before).due(null, 10));
        assertEquals(List.of(folder), rotation(after).due(null, 10));

        assertTrue(rotation(after).rewrap(folder));

        assertEquals(List.of(), rotation(after).due(null, 10));
        assertFalse(rotation(after).rewrap(folder), "it was done");
        var alone = after.without(before.current().name());
        assertEquals(key.id(), TestKeys.of(rows, settings(alone)).find(key.id()).id());
    }

    @Test
    void afterAKillTheRestIsDone() throws Exception {
        var other = UuidV7.next();
        var killed = TestKeys.of(rows, settings(before)).of(folder).orElseThrow();
        var left = TestKeys.of(rows, settings(before)).of(other).orElseThrow();
        rotation(after).rewrap(folder);

        assertEquals(List.of(other), rotation(after).due(null, 10));
        rotation(after).rewrap(other);

        var alone = TestKeys.of(rows, settings(after.without(before.current().name())));
        assertEquals(killed.id(), alone.find(killed.id()).id());
        assertEquals(left.id(), alone.find(left.id()).id());
    }

    @Test
    void withoutTheFormerMasterKeyItStaysAsItIsAndIsReported() throws Exception {
        TestKeys.of(rows, settings(before)).of(folder);
        var stranger = KeySet.fresh();

        assertThrows(UncheckedIOException.class, () -> rotation(stranger).rewrap(folder));

        assertEquals(before.current().name(), rows.ofOwner.get(folder).masterKey());
    }
}
