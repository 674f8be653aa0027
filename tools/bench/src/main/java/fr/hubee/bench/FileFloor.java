package fr.hubee.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** The same bytes through plain file channels, hashed both ways, and forced to the same disk. */
final class FileFloor {
    private static final int BUFFER = 64 * 1024;

    private final Bed bed;

    FileFloor(Bed bed) {
        this.bed = bed;
    }

    /** Two files a cycle, in and out. */
    Spent smallFiles(int cycles) throws IOException, InterruptedException, SQLException {
        var files = new SampleFiles();
        var folder = bed.scratch();
        cycles(folder, files, cycles);
        return bed.measureFloor(() -> cycles(folder, files, cycles));
    }

    private static void cycles(Path folder, SampleFiles files, int cycles) throws IOException {
        for (int cycle = 0; cycle < cycles; cycle++) {
            for (var bytes : new byte[][] {files.xml(), files.pdf()}) {
                var file = folder.resolve("small");
                write(file, bytes, bytes.length);
                read(file);
                Files.delete(file);
            }
        }
    }

    Spent write(Path file, long bytes) throws IOException, InterruptedException, SQLException {
        return bed.measureFloor(() -> write(file, LargeBody.block(), bytes));
    }

    Spent readAll(Path file) throws IOException, InterruptedException, SQLException {
        return bed.measureFloor(() -> read(file));
    }

    private static void write(Path file, byte[] block, long bytes) throws IOException {
        var sha256 = SampleFiles.sha256();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long left = bytes; left > 0; left -= block.length) {
                int length = (int) Math.min(left, block.length);
                sha256.update(block, 0, length);
                channel.write(ByteBuffer.wrap(block, 0, length));
            }
            sha256.digest();
            channel.force(true);
        }
    }

    private static void read(Path file) throws IOException {
        var sha256 = SampleFiles.sha256();
        var buffer = ByteBuffer.allocate(BUFFER);
        try (var channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                sha256.update(buffer.flip());
            }
        }
        sha256.digest();
    }
}
