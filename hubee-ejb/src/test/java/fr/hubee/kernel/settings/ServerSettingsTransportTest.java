package fr.hubee.kernel.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSettingsTransportTest {
    @TempDir
    static Path folder;

    @BeforeEach
    void aFileIsThere() throws IOException {
        Files.writeString(file(), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HUBEE_TLS_CERTIFICATE=FILE HUBEE_TLS_KEY=FILE",
                "HUBEE_TLS_CERTIFICATE=FILE HUBEE_TLS_KEY=FILE HUBEE_HTTP=false HUBEE_TLS_CLIENT_CERTIFICATES=true",
                "HUBEE_TLS_CERTIFICATE=FILE HUBEE_TLS_KEY=FILE HUBEE_TLS_CLIENT_CERTIFICATES=true HUBEE_TLS_CLIENT_AUTHORITIES=FILE",
                "HUBEE_DB_SSLMODE=require",
                "HUBEE_DB_SSLMODE=verify-full HUBEE_DB_SSLROOTCERT=FILE",
                "HUBEE_SMTP_STARTTLS=true HUBEE_SMTP_TLS=false"
            })
    void whatIsWholeStarts(String settings) {
        assertDoesNotThrow(() -> check(settings));
    }

    @ParameterizedTest
    @CsvSource({
        "HUBEE_TLS_CERTIFICATE=FILE, HUBEE_TLS_CERTIFICATE needs HUBEE_TLS_KEY too",
        "HUBEE_TLS_KEY=FILE, HUBEE_TLS_KEY needs HUBEE_TLS_CERTIFICATE too",
        "HUBEE_TLS_CLIENT_CERTIFICATES=true, HUBEE_TLS_CLIENT_CERTIFICATES needs HUBEE_TLS_CERTIFICATE too",
        "HUBEE_TLS_CLIENT_AUTHORITIES=FILE, HUBEE_TLS_CLIENT_AUTHORITIES needs HUBEE_TLS_CLIENT_CERTIFICATES=true too",
        "HUBEE_HTTP=false, HUBEE_HTTP=false needs HUBEE_TLS_CERTIFICATE too",
        "HUBEE_DB_SSLMODE=verify-full, HUBEE_DB_SSLMODE=verify-full needs HUBEE_DB_SSLROOTCERT too",
        "HUBEE_DB_SSLROOTCERT=FILE, HUBEE_DB_SSLROOTCERT needs HUBEE_DB_SSLMODE=verify-full too"
    })
    void whatIsHalfSetStopsTheStart(String settings, String refusal) {
        assertEquals("The setting " + refusal, refusal(settings));
    }

    @ParameterizedTest
    @CsvSource({
        "HUBEE_TLS_CERTIFICATE=/nowhere HUBEE_TLS_KEY=FILE, HUBEE_TLS_CERTIFICATE, /nowhere",
        "HUBEE_TLS_CERTIFICATE=FILE HUBEE_TLS_KEY=/nowhere, HUBEE_TLS_KEY, /nowhere",
        "HUBEE_DB_SSLMODE=verify-full HUBEE_DB_SSLROOTCERT=/nowhere, HUBEE_DB_SSLROOTCERT, /nowhere",
        "HUBEE_DB_SSLMODE=full, HUBEE_DB_SSLMODE, full",
        "HUBEE_TLS_CLIENT_CERTIFICATES=yes, HUBEE_TLS_CLIENT_CERTIFICATES, yes",
        "HUBEE_SMTP_STARTTLS=1, HUBEE_SMTP_STARTTLS, 1"
    })
    void whatMakesNoSenseStopsTheStart(String settings, String name, String value) {
        assertEquals("The setting " + name + " cannot be \"" + value + "\"", refusal(settings));
    }

    @Test
    void aRelayHasOneKindOfProtection() {
        assertEquals(
                "The settings HUBEE_SMTP_STARTTLS and HUBEE_SMTP_TLS exclude each other",
                refusal("HUBEE_SMTP_STARTTLS=true HUBEE_SMTP_TLS=true"));
    }

    private static String refusal(String settings) {
        return assertThrows(IllegalStateException.class, () -> check(settings)).getMessage();
    }

    private static void check(String settings) {
        var read = new HashMap<String, String>();
        Stream.of(settings.split(" "))
                .map(each -> each.split("="))
                .filter(each -> each.length == 2)
                .forEach(each -> read.put(each[0], each[1].replace("FILE", file().toString())));
        ServerSettings.check(new SettingSource(read::get));
    }

    private static Path file() {
        return folder.resolve("file.pem");
    }
}
