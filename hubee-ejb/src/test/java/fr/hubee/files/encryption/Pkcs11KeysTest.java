package fr.hubee.files.encryption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.kernel.settings.SettingSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real token, SoftHSM's (Debian's {@code softhsm2}), set up as in the manual. */
class Pkcs11KeysTest {
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin").toString();
    private static final String PIN = "4321";

    @TempDir
    Path folder;

    private Path configuration;

    @BeforeEach
    void makeToken() throws Exception {
        assumeTrue(Files.exists(LIBRARY) || "true".equals(System.getenv("CI")), "softhsm2 is not installed");
        Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens") + "\nobjectstore.backend = file\n");
        configuration = Files.writeString(folder.resolve("pkcs11.cfg"), """
                name = hubee
                library = %s
                slotListIndex = 0
                attributes(*, CKO_SECRET_KEY, *) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                }
                """.formatted(LIBRARY));
        run(List.of("softhsm2-util", "--init-token", "--free", "--label", "hubee", "--so-pin", PIN, "--pin", PIN));
        run(List.of(
                JAVA + "/keytool",
                "-genseckey",
                "-keyalg",
                "AES",
                "-keysize",
                "256",
                "-alias",
                "hubee-2026",
                "-storetype",
                "PKCS11",
                "-providerClass",
                "sun.security.pkcs11.SunPKCS11",
                "-providerArg",
                configuration.toString(),
                "-storepass",
                PIN));
    }

    @Test
    void theTokenEncryptsTheKeysAndRefusesWhatWasAltered() throws Exception {
        assertEquals("""
                current: pkcs11:hubee-2026
                row: pkcs11:hubee-2026
                same: true
                other row: LostKey
                no key: StoreAway
                from a key set: true
                """, trial("hubee-2026", PIN));
    }

    @Test
    void aWrongPinAndALabelThatIsNotThereAreSaid() throws Exception {
        assertTrue(trial("hubee-2027", PIN).contains("has no AES key hubee-2027, only [pkcs11:hubee-2026]"));
        var refused = trial("hubee-2026", "0000");
        assertTrue(refused.contains("The token of HUBEE_PKCS11 does not open"), refused);
    }

    @Test
    void aTokenNeedsAPinAndALabel() {
        var refusal = assertThrows(
                IllegalStateException.class,
                () -> new Pkcs11Settings(new SettingSource(Map.of("HUBEE_PKCS11", "/any")::get)));
        assertEquals("HUBEE_PKCS11 needs HUBEE_PKCS11_PIN and HUBEE_PKCS11_KEY", refusal.getMessage());
    }

    private String trial(String label, String pin) throws IOException, InterruptedException {
        return run(List.of(
                JAVA + "/java",
                "-DHUBEE_PKCS11=" + configuration,
                "-DHUBEE_PKCS11_PIN=" + pin,
                "-DHUBEE_PKCS11_KEY=" + label,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Pkcs11Trial.class.getName()));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        builder.environment().remove("JDK_JAVA_OPTIONS");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), command::toString);
        return said;
    }
}
