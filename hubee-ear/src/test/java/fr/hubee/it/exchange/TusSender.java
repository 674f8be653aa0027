package fr.hubee.it.exchange;

import fr.hubee.it.world.Partner;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusExecutor;
import io.tus.java.client.TusURLStore;
import io.tus.java.client.TusUpload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Software that sends a file by the client of tus, and goes on after each cut. */
final class TusSender extends TusExecutor implements TusURLStore {
    private static final int CHUNK = 64 * 1024;

    private final TusClient client = new TusClient();
    private final Supplier<InputStream> file;
    private final long size;
    private final Queue<Cut> cuts = new ArrayDeque<>();
    private String address;
    private String upload;
    private int attempts;

    private record Cut(long after, Action action) {}

    /** Cuts the line, or more than the line. */
    interface Action {
        void run() throws IOException, InterruptedException;
    }

    /**
     * @param software whose token it has
     * @param address of the line
     */
    TusSender(Partner software, String attachmentPath, String address, Supplier<InputStream> file, long size)
            throws IOException {
        this.file = file;
        this.size = size;
        var request = software.at(address).request(attachmentPath).build();
        client.setUploadCreationURL(request.uri().toURL());
        client.setHeaders(request.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().get(0))));
        client.enableResuming(this);
        setDelays(
                IntStream.range(0, 200).map(each -> Math.min(100 * each, 1_000)).toArray());
        goOnAt(address);
    }

    /** Sends the rest to another address. */
    void goOnAt(String address) {
        this.address = address;
    }

    /** Cuts the next attempt after so many bytes. */
    TusSender cutAfter(long bytes, Action action) {
        cuts.add(new Cut(bytes, action));
        return this;
    }

    @Override
    protected void makeAttempt() throws ProtocolException, IOException {
        attempts++;
        var wanted = new TusUpload();
        wanted.setSize(size);
        wanted.setFingerprint("the file");
        wanted.setInputStream(file.get());
        var uploader = client.resumeOrCreateUpload(wanted);
        uploader.setChunkSize(CHUNK);
        uploader.setRequestPayloadSize((int) size);
        long sent = 0;
        var cut = cuts.poll();
        for (int more = uploader.uploadChunk(); more >= 0; more = uploader.uploadChunk()) {
            sent += more;
            if (cut != null && sent >= cut.after()) {
                run(cut.action());
                cut = null;
            }
        }
        uploader.finish();
    }

    private static void run(Action cut) throws IOException {
        try {
            cut.run();
        } catch (InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void set(String fingerprint, URL url) {
        upload = url.getFile();
    }

    @Override
    public URL get(String fingerprint) {
        try {
            return upload == null ? null : URI.create(address + upload).toURL();
        } catch (IOException invalid) {
            throw new AssertionError(invalid);
        }
    }

    @Override
    public void remove(String fingerprint) {
        upload = null;
    }

    int attempts() {
        return attempts;
    }
}
