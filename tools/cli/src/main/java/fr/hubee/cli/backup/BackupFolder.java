package fr.hubee.cli.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of backups: one folder for each, named after its moment, and one common folder of files. */
final class BackupFolder {
    private static final String PART = ".part";
    private static final String NAME = "\\d{4}-\\d\\d-\\d\\dT\\d{6}Z";

    private final Path root;

    BackupFolder(Path root) {
        this.root = root;
    }

    void make() throws IOException {
        if (!Files.exists(root)) {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** @throws BackupRefused while another one writes into it */
    FileChannel lock() throws IOException {
        var lock = FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            lock.close();
            throw new BackupRefused("Another backup goes on in " + root);
        }
        return lock;
    }

    FolderFiles files() {
        return new FolderFiles(root.resolve("files"));
    }

    /** Returns the oldest first. */
    List<Path> complete() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(each -> each.getFileName().toString().matches(NAME))
                    .filter(each -> Files.exists(each.resolve(Manifest.NAME)))
                    .sorted()
                    .toList();
        }
    }

    Optional<Path> newest() throws IOException {
        var all = complete();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** @throws BackupRefused if there is none */
    Path named(Optional<String> name) throws IOException {
        if (name.isPresent()) {
            return root.resolve(name.get());
        }
        return newest().orElseThrow(() -> new BackupRefused("There is no backup in " + root));
    }

    /** Begins a backup, and deletes incomplete ones of earlier runs. */
    Path begin(String name) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            for (var left : all.filter(each -> each.toString().endsWith(PART)).toList()) {
                delete(left);
            }
        }
        return Files.createDirectory(root.resolve(name + PART));
    }

    /** Completes the backup with a rename. */
    void end(Path begun, String name) throws IOException {
        Files.move(begun, root.resolve(name));
    }

    /** Deletes the oldest backups, then the files that no other one has. */
    int keep(int most) throws IOException {
        var all = complete();
        var old = all.subList(0, Math.max(0, all.size() - most));
        for (var each : old) {
            delete(each);
        }
        return old.size();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
