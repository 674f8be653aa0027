package fr.hubee.files.storage;

import fr.hubee.kernel.database.StoreAway;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Reads a part of one object. A connection that breaks is replaced by one for the rest, of the same object. A store that sends too slowly
 * is abandoned: waiting for it blocks a thread.
 */
final class S3Copy {
    private static final int BUFFER = 64 * 1024;
    private static final int READS = 3;

    /** Minimum speed of the store in bytes per second, after its initial delay. */
    private static final int PACE = 64 * 1024;

    private final S3Objects objects;
    private final String name;
    private final OutputStream target;
    private final Duration grace;
    private final byte[] buffer = new byte[BUFFER];
    private final long from;
    private final long end;
    private final String tag;
    private long position;
    private long waited;

    S3Copy(S3Objects objects, String name, long from, long length, OutputStream target) throws IOException {
        this.objects = objects;
        this.name = name;
        this.target = target;
        this.grace = objects.timeouts().grace();
        this.from = from;
        this.position = from;
        this.end = from + length;
        var head = objects.head(name);
        if (head.contentLength() < end) {
            throw new IOException("Blob " + name.substring(name.lastIndexOf('/') + 1) + " is shorter than it was");
        }
        this.tag = head.eTag();
    }

    void run() throws IOException {
        for (int read = 1; position < end; read++) {
            var broken = oneConnection();
            if (broken != null && read == READS) {
                throw new StoreAway("The S3 store broke off " + name + " several times", broken);
            }
        }
    }

    /** @return why it ended before the last byte */
    private IOException oneConnection() throws IOException {
        try (var bytes = objects.open(name, position, end - position, tag)) {
            try {
                while (position < end) {
                    int read;
                    long before = System.nanoTime();
                    try {
                        read = objects.read(bytes, buffer);
                    } catch (StoreAway refused) {
                        throw refused;
                    } catch (IOException invalid) {
                        return invalid;
                    }
                    waited += System.nanoTime() - before;
                    if (read < 0) {
                        return new IOException("end of file");
                    }
                    target.write(buffer, 0, read);
                    position += read;
                    keepPace();
                }
                return null;
            } finally {
                if (position < end) {
                    bytes.abort(); // closing alone would fetch the rest
                }
            }
        }
    }

    /** Checks the speed; only the time of waiting for the store counts. */
    private void keepPace() throws StoreAway {
        long seconds = (position - from) / PACE;
        if (position < end && waited > grace.plusSeconds(seconds).toNanos()) {
            throw new StoreAway("The S3 store sends " + name + " too slowly", null);
        }
    }
}
