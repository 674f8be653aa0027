package fr.hubee.cli.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The files of a backup, in the order of their shards and keys; never completely in memory. */
final class FileList implements Closeable {
    static final String NAME = "files.gz";

    private static final Comparator<String> ORDER =
            Comparator.comparing(BackedUpFile::shard).thenComparing(Comparator.naturalOrder());

    private final BufferedReader lines;
    private BackedUpFile next;

    private FileList(BufferedReader lines) throws IOException {
        this.lines = lines;
        advance();
    }

    /** Reads the list of a backup. */
    static FileList of(Path backup) throws IOException {
        return ofFile(backup.resolve(NAME));
    }

    static FileList ofFile(Path file) throws IOException {
        return new FileList(new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII)));
    }

    static FileList empty() throws IOException {
        return new FileList(new BufferedReader(Reader.nullReader()));
    }

    static BufferedWriter writer(Path file) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII));
    }

    private BackedUpFile advance() throws IOException {
        var current = next;
        var line = lines.readLine();
        next = line == null ? null : BackedUpFile.of(line);
        return current;
    }

    /** The next line; null at the end. */
    BackedUpFile read() throws IOException {
        return next == null ? null : advance();
    }

    /** The next line if it is of that shard, otherwise null. */
    BackedUpFile readIn(String shard) throws IOException {
        return next != null && BackedUpFile.shard(next.key()).equals(shard) ? advance() : null;
    }

    /** The line of that key, or null; asked in the order of the list. */
    BackedUpFile find(String key) throws IOException {
        while (next != null && ORDER.compare(next.key(), key) < 0) {
            advance();
        }
        return next != null && next.key().equals(key) ? next : null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
