package fr.hubee.files.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySetTest {
    @TempDir
    Path folder;

    private final KeySet one = KeySet.fresh();

    @Test
    void whatIsWrittenIsReadBackAndIsTheJsonOfTink() throws Exception {
        var file = new MasterKeyFile(folder.resolve("keys.json"));

        file.write(one);

        assertEquals(one.current().name(), file.read().current().name());
        assertTrue(Files.readString(file.path()).contains("type.googleapis.com/google.crypto.tink.AesGcmKey"));
    }

    @Test
    void aKeyThatWasAddedIsNotTheCurrentOneUntilSomebodySaysSo() {
        var two = one.withAnother();
        var fresh = two.all().get(1).name();

        assertEquals(one.current().name(), two.current().name());
        assertEquals(fresh, two.using(fresh).current().name());
    }

    @Test
    void whatOneKeyHasEncryptedIsReadOnceAnotherIsTheCurrentOne() throws Exception {
        var two = one.withAnother();
        var fresh = two.all().get(1).name();
        var key = DataKey.fresh();
        var wrapped = key.wrapped(one.current());

        var later = KeySet.of(two.using(fresh).json());

        var read = DataKey.unwrapped(
                key.id(),
                wrapped,
                MasterKey.named(one.current().name(), later.all()).orElseThrow());
        assertEquals(key.id(), read.id());
    }

    @Test
    void theCurrentKeyIsNotTakenAway() {
        assertThrows(
                IllegalArgumentException.class, () -> one.without(one.current().name()));
        assertThrows(IllegalArgumentException.class, () -> one.without("17"));
        assertThrows(IllegalArgumentException.class, () -> one.using("17"));
    }

    @Test
    void theFileIsForTheServerAlone() throws Exception {
        var file = new MasterKeyFile(folder.resolve("keys.json"));
        file.write(one);
        assertEquals("rw-------", permissions(file.path()));

        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));
        file.write(file.read().withAnother());
        assertEquals("rw-r-----", permissions(file.path()));

        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));
        var refusal = assertThrows(IllegalStateException.class, () -> settings(file.path()));
        assertTrue(refusal.getMessage().contains("HUBEE_MASTER_KEY_FILE: " + file.path() + " is open to everybody"));
    }

    @Test
    void aFileThatCannotBeReadOrHasNoKeysIsNamed() throws Exception {
        var none = folder.resolve("none");
        var refusal = assertThrows(IllegalStateException.class, () -> settings(none));
        assertTrue(refusal.getMessage().contains(none + " cannot be read"), refusal::getMessage);

        var nonsense = folder.resolve("nonsense");
        Files.createFile(nonsense, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(nonsense, "{\"a\": \"very secret\"}");
        refusal = assertThrows(IllegalStateException.class, () -> settings(nonsense));
        assertFalse(refusal.getMessage().contains("very secret"), refusal::getMessage);
    }

    @Test
    void aSecretOfTheServerMayHaveThem() {
        var settings = new MasterKeySettings(new SettingSource(Map.of("HUBEE_MASTER_KEY", one.json())::get));

        assertEquals(one.current().name(), settings.all().get(0).name());
        assertEquals("MasterKeySettings[on]", settings.toString());
        assertFalse(new MasterKeySettings(new SettingSource(Map.<String, String>of()::get)).isOn());
    }

    @Test
    void theCurrentKeyIsThatOfTheTokenWhereThereIsOne() {
        MasterKeySource token = KeySet.fresh();

        assertEquals(
                token.current(),
                new MasterKeySettings(Optional.empty(), Optional.empty(), Optional.of(token))
                        .current()
                        .orElseThrow());
        assertEquals(
                token.current(),
                new MasterKeySettings(Optional.of(one), Optional.empty(), Optional.of(token))
                        .current()
                        .orElseThrow());
        assertEquals(
                one.current(),
                new MasterKeySettings(Optional.of(one), Optional.empty())
                        .current()
                        .orElseThrow());
    }

    /** The change of a file is seen by its time. */
    @Test
    void aFileThatWasReplacedIsReadAgainAndOneThatWasSpoiledIsNot() throws Exception {
        var file = new MasterKeyFile(folder.resolve("keys.json"));
        file.write(one);
        var custody = new KeyCustody(settings(file.path()));
        var two = one.withAnother();
        var fresh = two.all().get(1).name();

        file.write(two.using(fresh));
        later(file.path(), 10);
        assertEquals(fresh, custody.current().name());

        Files.writeString(file.path(), "nonsense");
        later(file.path(), 20);
        assertEquals(fresh, custody.current().name());
    }

    private static void later(Path file, int seconds) throws Exception {
        var then = Instant.parse("2030-01-01T00:00:00Z").plusSeconds(seconds);
        Files.setLastModifiedTime(file, FileTime.from(then));
    }

    private static MasterKeySettings settings(Path file) {
        return new MasterKeySettings(new SettingSource(Map.of("HUBEE_MASTER_KEY_FILE", file.toString())::get));
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
