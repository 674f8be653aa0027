package fr.hubee.chaos;

import fr.hubee.launcher.DebianScript;
import fr.hubee.launcher.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real store in S3: a Ceph of one monitor, one disk and one gateway, of which the last two can fail. */
final class CephStore implements Closeable {
    /** The processes that fail, with the names of Ceph's own. */
    enum Part {
        DISK("osd.0.pid", "ceph-osd -i 0"),
        GATEWAY("client.rgw.a.pid", "radosgw -n client.rgw.a");

        private final String pidFile;
        private final String command;

        Part(String pidFile, String command) {
            this.pidFile = pidFile;
            this.command = command;
        }
    }

    private final DebianScript script;
    private final int port;

    private CephStore(DebianScript script, int port) {
        this.script = script;
        this.port = port;
    }

    /** @param file the script that starts it, {@code ceph/run} of the tests of hubee-ejb */
    static CephStore start(Path file) throws IOException, InterruptedException {
        int port = Ports.anyFree(12); // of the gateway, the monitor, and ten of the disk
        return new CephStore(
                DebianScript.start(
                        "/usr/bin/radosgw", "ceph-mon ceph-osd radosgw", file, "" + port, FickleStore.BUCKET),
                port);
    }

    int port() {
        return port;
    }

    long pid(Part part) throws IOException {
        return Long.parseLong(
                Files.readString(script.folder().resolve(part.pidFile)).strip());
    }

    /** Kills it at once; returns when it has ended. */
    void kill(Part part) throws IOException {
        ProcessHandle.of(pid(part)).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Starts it again; it goes on in the background, and is ready a little later. */
    void start(Part part) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(part.command.split(" ", -1))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .put("CEPH_CONF", script.folder().resolve("ceph.conf").toString());
        if (builder.start().waitFor() != 0) {
            throw new IOException(part + " of Ceph does not start again");
        }
    }

    @Override
    public void close() throws IOException {
        script.close();
    }
}
