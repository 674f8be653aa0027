package fr.hubee.demonstration;

import fr.hubee.launcher.LineServer;
import fr.hubee.launcher.ServerOptions;
import fr.hubee.launcher.ServerProcess;
import fr.hubee.launcher.Watch;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;

/** A node that is started again whenever it ends, as systemd does. */
final class ClusterNode implements Closeable {
    private final String name;
    private final ServerOptions options;
    private ServerProcess server;
    private Watch watch;
    private boolean closed;

    private ClusterNode(String name, ServerOptions options) {
        this.name = name;
        this.options = options;
    }

    /** Returns before it is ready. */
    static ClusterNode launch(String name, ServerOptions options) throws IOException {
        var node = new ClusterNode(name, options);
        node.launch();
        return node;
    }

    private synchronized void launch() throws IOException {
        server = ServerProcess.launch(options);
        watch = Watch.over(server.pid());
        Files.writeString(options.base().resolveSibling(name + ".pid"), server.pid() + System.lineSeparator());
    }

    void awaitReady() throws IOException, InterruptedException {
        server.awaitReady();
    }

    /** Restarts the node whenever it ends; to be called once it is ready. */
    void keep() {
        LineServer.inBackground(() -> {
            while (true) {
                waitForItsEnd();
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    System.out.println("Node " + name + " has ended: it is started again.");
                    watch.close();
                    launch();
                }
            }
        });
    }

    private void waitForItsEnd() throws IOException {
        try {
            server.waitFor();
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IOException(failure);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        watch.close();
        server.stop();
    }
}
