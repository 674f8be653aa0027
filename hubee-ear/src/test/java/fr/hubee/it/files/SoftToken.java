package fr.hubee.it.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A token of SoftHSM (Debian's {@code softhsm2}) with one AES key, made as the manual says.
 *
 * @param settings of SoftHSM, which {@code SOFTHSM2_CONF} names
 * @param configuration of the JDK's provider
 */
record SoftToken(Path settings, Path configuration) {
    static final String PIN = "4321";
    static final String KEY = "hubee-2026";
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    /** Whether the token is installed; without it the test is skipped, except in continuous integration. */
    static boolean isAllowed() {
        return Files.exists(LIBRARY) || "true".equals(System.getenv("CI"));
    }

    static SoftToken in(Path folder) throws IOException, InterruptedException {
        var tokens = Files.createDirectory(folder.resolve("tokens"));
        var settings = Files.writeString(
                folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        var configuration = Files.writeString(folder.resolve("pkcs11.cfg"), """
                name = hubee
                library = %s
                slotListIndex = 0
                attributes(*, CKO_SECRET_KEY, *) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                }
                """.formatted(LIBRARY));
        var token = new SoftToken(settings, configuration);
        token.run("softhsm2-util", "--init-token", "--free", "--label", "hubee", "--so-pin", PIN, "--pin", PIN);
        token.run(
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genseckey",
                "-keyalg",
                "AES",
                "-keysize",
                "256",
                "-alias",
                KEY,
                "-storetype",
                "PKCS11",
                "-providerClass",
                "sun.security.pkcs11.SunPKCS11",
                "-providerArg",
                configuration.toString(),
                "-storepass",
                PIN);
        return token;
    }

    private void run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", settings.toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + said);
    }
}
