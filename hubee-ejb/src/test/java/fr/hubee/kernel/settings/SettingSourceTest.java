package fr.hubee.kernel.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourceTest {
    @TempDir
    Path folder;

    @Test
    void aSecretMayBeInAFile() throws Exception {
        var file = Files.writeString(folder.resolve("secret"), "open sesame\n");

        assertEquals("open sesame", secret(Map.of("HUBEE_SECRET_FILE", file.toString())));
        assertEquals("in clear", secret(Map.of("HUBEE_SECRET", "in clear")));
    }

    @Test
    void aFileThatIsMissingStopsTheStartAndNamesTheSettingOnly() {
        var failure = assertThrows(
                IllegalStateException.class,
                () -> secret(Map.of("HUBEE_SECRET_FILE", folder.resolve("none").toString())));

        assertEquals("The setting HUBEE_SECRET is missing or wrong", failure.getMessage());
        assertFalse(failure.getMessage().contains(folder.toString()));
    }

    private static String secret(Map<String, String> texts) {
        return new SettingSource(texts::get).secret("HUBEE_SECRET", SettingValues::required);
    }
}
