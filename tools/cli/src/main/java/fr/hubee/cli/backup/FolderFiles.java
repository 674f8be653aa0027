package fr.hubee.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The files of a hub or a backup, in 256 folders. */
final class FolderFiles implements HubFiles {
    private final Path root;

    FolderFiles(Path root) {
        this.root = root;
    }

    Path path(String key) {
        return root.resolve(BackedUpFile.shard(key)).resolve(key);
    }

    @Override
    public boolean isEmpty() throws IOException {
        if (!Files.exists(root)) {
            return true;
        }
        try (var all = Files.walk(root)) {
            return all.noneMatch(Files::isRegularFile);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(path(key));
    }

    @Override
    public void put(String key, Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            put(key, bytes);
        }
    }

    /** Writes the file under another name until it is durable. */
    Copied put(String key, InputStream bytes) throws IOException {
        var kept = path(key);
        var part = kept.resolveSibling(key + ".part");
        Files.createDirectories(kept.getParent());
        Copied copied;
        try (var target = Files.newOutputStream(part)) {
            copied = Copied.of(bytes, target);
        } catch (IOException failure) {
            Files.deleteIfExists(part);
            throw failure;
        }
        force(part);
        Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return copied;
    }

    private static void force(Path file) throws IOException {
        try (var opened = FileChannel.open(file, StandardOpenOption.WRITE)) {
            opened.force(true);
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
