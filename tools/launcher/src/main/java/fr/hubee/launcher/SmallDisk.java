package fr.hubee.launcher;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A disk that can be full or read-only: a temporary mount in memory, which needs root. */
public final class SmallDisk implements Closeable {
    private static final int FILLED_AT_ONCE = 1 << 16;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether there are root rights; without them the test is skipped, except in continuous integration. */
    public static boolean isAllowed() {
        return "root".equals(System.getProperty("user.name")) || "true".equals(System.getenv("CI"));
    }

    public static SmallDisk of(String size) throws IOException, InterruptedException {
        return at(Files.createTempDirectory("hubee-disk"), size);
    }

    /** Mounts it in place of that folder. */
    public static SmallDisk at(Path folder, String size) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /** Takes away those below that folder that a killed process has left. */
    public static void removeBelow(Path folder) throws IOException, InterruptedException {
        for (var mount : Files.readAllLines(Path.of("/proc/mounts"))) {
            var place = mount.split(" ", 3)[1];
            if (place.startsWith(folder + "/")) {
                run("umount", "-l", place);
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /** Fills it up, except for that many bytes. */
    public void fill(int left) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace() - left;
        var some = new byte[FILLED_AT_ONCE];
        try (var filler = Files.newOutputStream(folder.resolve("filler"))) {
            for (; free > 0; free -= some.length) {
                filler.write(some, 0, (int) Math.min(free, some.length));
            }
        } catch (IOException refused) { // others have taken the rest meanwhile
            if (Files.getFileStore(folder).getUsableSpace() > left) {
                throw refused;
            }
        }
    }

    public void empty() throws IOException {
        Files.deleteIfExists(folder.resolve("filler"));
    }

    public void remount(String mode) throws IOException, InterruptedException {
        run("mount", "-o", "remount," + mode, folder.toString());
    }

    /** Returns the number of files below. */
    public long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", folder.toString());
            Files.delete(folder);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
    }
}
