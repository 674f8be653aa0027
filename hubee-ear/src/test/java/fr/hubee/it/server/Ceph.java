package fr.hubee.it.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The S3 gateway of a small Ceph, of Debian's packages: {@code src/test/ceph/run} starts it. */
public final class Ceph implements S3Server {
    private static final String PACKAGES = "ceph-mon ceph-osd radosgw";

    private final Process process;
    private final int port;

    private Ceph(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Installs it, if it is not there. */
    public static Ceph start() throws Exception {
        Debian.require("/usr/bin/radosgw", PACKAGES);
        var folder = Files.createTempDirectory("hubee-ceph");
        int port = LightS3.freePort();
        var process = new ProcessBuilder("src/test/ceph/run", folder.toString(), String.valueOf(port))
                .redirectError(folder.resolve("errors").toFile())
                .start();
        var ceph = new Ceph(process, port);
        try {
            ceph.awaitReady(folder);
            ceph.makeBucket();
        } catch (IOException | RuntimeException failed) {
            ceph.close();
            throw failed;
        }
        return ceph;
    }

    private void awaitReady(Path folder) throws IOException {
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals("ready")) {
                return;
            }
        }
        throw new IOException("Ceph does not start: " + Files.readString(folder.resolve("errors")));
    }

    private void makeBucket() {
        try (var client = client()) {
            client.createBucket(bucket -> bucket.bucket(BUCKET));
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** Its script ends what it has started. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
