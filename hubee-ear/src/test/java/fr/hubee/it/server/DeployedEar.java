package fr.hubee.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Records, in a file next to the server, what is deployed on it: the EAR and the test classes, except those of a browser. */
final class DeployedEar {
    private static final Path EAR = Path.of(System.getProperty("hubee.ear"));
    private static final Path TEST_CLASSES = EAR.resolveSibling("test-classes");
    private static final Path BROWSER = TEST_CLASSES.resolve("fr/hubee/it/portal");

    /** Constant during a test run. */
    private static final String BUILT = fingerprint(EAR, TEST_CLASSES);

    private final Path note;

    private DeployedEar(Path note) {
        this.note = note;
    }

    static DeployedEar ofThisServer() {
        return new DeployedEar(Path.of(System.getProperty("hubee.work"), "deployed"));
    }

    /** Whether anything is deployed. */
    boolean isThere() {
        return Files.exists(note);
    }

    boolean isCurrent() {
        try {
            return isThere() && Files.readString(note).equals(BUILT);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    void becomesCurrent() {
        try {
            Files.writeString(note, BUILT);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean counts(Path file) {
        return Files.isRegularFile(file) && !file.startsWith(BROWSER);
    }

    private static String fingerprint(Path... roots) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var root : roots) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (var file : files.filter(DeployedEar::counts).sorted().toList()) {
                        digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException gone) {
            throw new AssertionError(gone);
        }
    }
}
