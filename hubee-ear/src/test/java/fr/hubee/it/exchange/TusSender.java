package fr.hubee.it.exchange;

import fr.hubee.it.world.Partner;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusExecutor;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Software that sends a file by the client of tus, and goes on after each cut. */
final class TusSender extends TusExecutor {
    private static final int CHUNK = 64 * 1024;

    private final TusClient client = new TusClient();
    private final Supplier<InputStream> file;
    private final long size;
    private final Queue<Long> cuts = new ArrayDeque<>();
    private final Cut cut;
    private long sent;
    private int attempts;

    /** Cuts the line, or more than the line. */
    interface Cut {
        void run() throws IOException;
    }

    /** @param software at the address where the line is */
    TusSender(Partner software, String attachmentPath, Supplier<InputStream> file, long size, Cut cut)
            throws IOException {
        this.file = file;
        this.size = size;
        this.cut = cut;
        client.enableResuming(new TusURLMemoryStore());
        sendTo(software, attachmentPath);
    }

    void sendTo(Partner software, String attachmentPath) throws IOException {
        var request = software.request(attachmentPath).build();
        client.setUploadCreationURL(request.uri().toURL());
        client.setHeaders(request.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().get(0))));
    }

    /** Cuts the line in the next attempt, after so many bytes. */
    TusSender cutAfter(long bytes) {
        cuts.add(bytes);
        return this;
    }

    @Override
    protected void makeAttempt() throws ProtocolException, IOException {
        attempts++;
        var upload = new TusUpload();
        upload.setSize(size);
        upload.setFingerprint("the file");
        upload.setInputStream(file.get());
        var uploader = client.resumeOrCreateUpload(upload);
        uploader.setChunkSize(CHUNK);
        uploader.setRequestPayloadSize((int) size);
        long before = sent;
        var next = cuts.poll();
        for (int more = uploader.uploadChunk(); more >= 0; more = uploader.uploadChunk()) {
            sent += more;
            if (next != null && sent - before >= next) {
                next = null;
                cut.run();
            }
        }
        uploader.finish();
    }

    /** Returns how many bytes left in all: those of the file, and what was lost in the cuts. */
    long sent() {
        return sent;
    }

    int attempts() {
        return attempts;
    }
}
