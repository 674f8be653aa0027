package fr.hubee.files.storage;

import fr.hubee.launcher.DebianScript;
import fr.hubee.launcher.OwnModule;
import fr.hubee.launcher.Ports;
import java.io.IOException;

/** The S3 gateway of a small Ceph, from Debian's packages: {@code src/test/ceph/run} starts it. */
public final class Ceph implements S3Server {
    private final DebianScript script;
    private final int port;

    private Ceph(DebianScript script, int port) {
        this.script = script;
        this.port = port;
    }

    /** Starts it, after installation if necessary. */
    public static Ceph start() throws Exception {
        int port = Ports.anyFree(12); // of the gateway, the monitor, and ten of the disk
        var script = DebianScript.start(
                "/usr/bin/radosgw",
                "ceph-mon ceph-osd radosgw",
                OwnModule.tests(Ceph.class).resolve("ceph/run"),
                String.valueOf(port),
                BUCKET);
        return new Ceph(script, port);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        script.close();
    }
}
