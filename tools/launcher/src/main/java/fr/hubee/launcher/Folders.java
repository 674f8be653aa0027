package fr.hubee.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/** Deletes and copies folders. */
public final class Folders {
    private Folders() {}

    /** Deletes the folder with its content, if it exists. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (var path : walk(folder, Comparator.reverseOrder())) {
            Files.deleteIfExists(path);
        }
    }

    public static void copy(Path from, Path to) throws IOException {
        for (var path : walk(from, Comparator.naturalOrder())) {
            var target = to.resolve(from.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<Path> walk(Path folder, Comparator<Path> order) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.sorted(order).toList();
        }
    }
}
