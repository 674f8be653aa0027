package fr.hubee.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The encryption key of this demonstration, created once, so that encrypted data can be read after a restart. */
final class DemoKey {
    private static final int BYTES = 32;

    private DemoKey() {}

    static String keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            Files.createDirectories(file.getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
        }
        return Files.readString(file).strip();
    }
}
