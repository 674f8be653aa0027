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

/** Records, in a file next to the server, what is deployed on it: the EAR and the test classes. */
final class DeployedEar {
    private static final Path EAR = Path.of(System.getProperty("hubee.ear"));

    /** Constant during a test run. */
    private static final String BUILT = fingerprint(EAR, EAR.resolveSibling("test-classes"));

    private final Path note;

    private DeployedEar(Path note) {
        this.note = note;
    }

    static DeployedEar ofThisServer() {
        return new DeployedEar(Path.of(System.getProperty("hubee.work"), "deployed"));
    }

    boolean isCurrent() {
        try {
            return Files.exists(note) && Files.readString(note).equals(BUILT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void becomesCurrent() {
        try {
            Files.writeString(note, BUILT);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String fingerprint(Path... roots) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var root : roots) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException none) {
            throw new AssertionError(none);
        }
    }
}
