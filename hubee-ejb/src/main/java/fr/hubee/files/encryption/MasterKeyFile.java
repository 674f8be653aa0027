package fr.hubee.files.encryption;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** The file with the master keys: in the JSON of Tink, for the server's user and group alone. */
public record MasterKeyFile(Path path) {

    /** @throws IllegalArgumentException when it cannot be read, everybody may, or it has no keys */
    public KeySet read() {
        try {
            var allowed = Files.getPosixFilePermissions(path);
            if (allowed.contains(OTHERS_READ) || allowed.contains(OTHERS_WRITE)) {
                throw new IllegalArgumentException(path + " is open to everybody: chmod o= " + path);
            }
            return KeySet.of(Files.readString(path));
        } catch (IOException invalid) {
            throw new IllegalArgumentException(path + " cannot be read: " + invalid, invalid);
        }
    }

    /** Whole or not at all; a file that was there keeps its permissions, owner and group. */
    public void write(KeySet keys) throws IOException {
        var written = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(written);
        Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(written, (keys.json() + "\n").getBytes(StandardCharsets.UTF_8));
        if (Files.exists(path)) {
            var view = Files.getFileAttributeView(written, PosixFileAttributeView.class);
            var before = Files.readAttributes(path, PosixFileAttributes.class);
            if (!Files.getOwner(written).equals(before.owner())) {
                view.setOwner(before.owner());
            }
            view.setGroup(before.group());
            view.setPermissions(before.permissions());
        }
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
